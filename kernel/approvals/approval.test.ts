import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Approval,
  type ApprovalMode,
  afterVoice,
  stateFromVoices,
  type VoiceDecision,
  voiceOf,
} from './approval.ts'

const modes: ApprovalMode[] = ['serial', 'joint', 'twoPerson']
const attempts = fc.array(
  fc.record({
    account: fc.integer({ min: 0, max: 4 }),
    key: fc.integer({ min: 0, max: 2 }),
    decision: fc.constantFrom<VoiceDecision>('approved', 'approved', 'refused'),
  }),
  { maxLength: 12 },
)
const start = fc.record({
  mode: fc.constantFrom(...modes),
  keys: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
  requester: fc.integer({ min: 0, max: 4 }),
})

function open({ mode, keys, requester }: { mode: ApprovalMode; keys: number[]; requester: number }): Approval {
  return {
    mode,
    state: 'open',
    requestedBy: `a${requester}`,
    voices: keys.map((key, index) => ({
      position: index + 1,
      holderKey: `post:${key}`,
      accountId: null,
      decision: null,
    })),
  }
}

/** Plays all attempts; those that the rules refuse change nothing. Returns each state on the way. */
function play(first: Approval, tries: { account: number; key: number; decision: VoiceDecision }[]): Approval[] {
  const seen = [first]
  for (const { account, key, decision } of tries) {
    const now = seen.at(-1)!
    const mine = voiceOf(now, `a${account}`, [`post:${key}`])
    if ('voice' in mine) seen.push(afterVoice(now, mine.voice.position, `a${account}`, decision))
  }
  return seen
}

test('nobody speaks twice, and nobody for his own request', () => {
  fc.assert(
    fc.property(start, attempts, (first, tries) => {
      const end = play(open(first), tries).at(-1)!
      const spoken = end.voices.flatMap((voice) => voice.accountId ?? [])
      expect(new Set(spoken).size).toBe(spoken.length)
      expect(spoken).not.toContain(end.requestedBy)
    }),
  )
})

test('a serial approval is heard in its order', () => {
  fc.assert(
    fc.property(start, attempts, (first, tries) => {
      for (const step of play(open({ ...first, mode: 'serial' }), tries)) {
        const firstSilent = step.voices.findIndex((voice) => voice.decision === null)
        const heard = step.voices.filter((voice) => voice.decision !== null).length
        expect(firstSilent === -1 ? step.voices.length : firstSilent).toBe(heard)
      }
    }),
  )
})

test('approved means that everybody said yes, refused that somebody said no, and neither changes any more', () => {
  fc.assert(
    fc.property(start, attempts, attempts, (first, tries, later) => {
      const end = play(open(first), tries).at(-1)!
      if (end.state === 'approved') expect(end.voices.every((voice) => voice.decision === 'approved')).toBe(true)
      if (end.state === 'refused') expect(end.voices.some((voice) => voice.decision === 'refused')).toBe(true)
      if (end.state === 'open') expect(end.voices.some((voice) => voice.decision === null)).toBe(true)
      else expect(play(end, later)).toHaveLength(1)
    }),
  )
})

test('in a joint approval everybody is heard before a refusal counts', () => {
  fc.assert(
    fc.property(start, attempts, (first, tries) => {
      const end = play(open({ ...first, mode: 'joint' }), tries).at(-1)!
      if (end.state !== 'open') expect(end.voices.every((voice) => voice.decision !== null)).toBe(true)
    }),
  )
})

test('a refusal ends a serial approval at once', () => {
  const voices = [
    { position: 1, holderKey: 'post:x', accountId: 'a', decision: 'refused' as const },
    { position: 2, holderKey: 'post:y', accountId: null, decision: null },
  ]
  expect(stateFromVoices('serial', voices)).toBe('refused')
  expect(stateFromVoices('joint', voices)).toBe('open')
})

test('each refusal to hear somebody has its reason', () => {
  const approval = open({ mode: 'serial', keys: [0, 1], requester: 0 })
  expect(voiceOf(approval, 'a0', ['post:0'])).toEqual({ why: 'approvals.own-request' })
  expect(voiceOf(approval, 'a1', ['post:2'])).toEqual({ why: 'approvals.not-asked' })
  expect(voiceOf(approval, 'a1', ['post:1'])).toEqual({ why: 'approvals.not-your-turn' })
  const next = afterVoice(approval, 1, 'a1', 'approved')
  expect(voiceOf(next, 'a1', ['post:1'])).toEqual({ why: 'approvals.spoken-already' })
  expect(voiceOf({ ...next, state: 'withdrawn' }, 'a2', ['post:1'])).toEqual({ why: 'approvals.closed' })
})

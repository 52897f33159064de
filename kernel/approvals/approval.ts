export type ApprovalMode = 'serial' | 'joint' | 'twoPerson'
export type ApprovalState = 'open' | 'approved' | 'refused' | 'withdrawn'
export type VoiceDecision = 'approved' | 'refused'

export interface Voice {
  position: number
  holderKey: string
  accountId: string | null
  decision: VoiceDecision | null
}

export interface Approval {
  mode: ApprovalMode
  state: ApprovalState
  requestedBy: string | null
  voices: readonly Voice[]
}

/** Keys of texts in texts.ts. */
export type WhyNotSpeak =
  | 'approvals.closed'
  | 'approvals.own-request'
  | 'approvals.spoken-already'
  | 'approvals.not-asked'
  | 'approvals.not-your-turn'

/** A refusal ends a serial or two-person approval at once; in a joint one everybody is heard before it counts. */
export function stateFromVoices(mode: ApprovalMode, voices: readonly Voice[]): 'open' | 'approved' | 'refused' {
  const waiting = voices.some((voice) => voice.decision === null)
  const refused = voices.some((voice) => voice.decision === 'refused')
  if (refused && (!waiting || mode !== 'joint')) return 'refused'
  return waiting ? 'open' : 'approved'
}

/** The voice with which this account may speak now, or why it may not. */
export function voiceOf(
  approval: Approval,
  accountId: string,
  holderKeys: readonly string[],
): { voice: Voice } | { why: WhyNotSpeak } {
  if (approval.state !== 'open') return { why: 'approvals.closed' }
  if (approval.requestedBy === accountId) return { why: 'approvals.own-request' }
  if (approval.voices.some((voice) => voice.accountId === accountId)) return { why: 'approvals.spoken-already' }
  const waiting = approval.voices.filter((voice) => voice.decision === null).sort((a, b) => a.position - b.position)
  const mine = waiting.filter((voice) => holderKeys.includes(voice.holderKey))
  if (mine.length === 0) return { why: 'approvals.not-asked' }
  const voice = approval.mode === 'serial' ? mine.find((one) => one === waiting[0]) : mine[0]
  return voice ? { voice } : { why: 'approvals.not-your-turn' }
}

/** The approval after this voice; the rules have been asked before. */
export function afterVoice(approval: Approval, position: number, accountId: string, decision: VoiceDecision): Approval {
  const voices = approval.voices.map((voice) =>
    voice.position === position ? { ...voice, accountId, decision } : voice,
  )
  return { ...approval, voices, state: stateFromVoices(approval.mode, voices) }
}

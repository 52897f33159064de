import { defineAction, permitPost } from '#kernel/access/door.ts'
import { ageOn } from '#kernel/calendar/door.ts'
import { liveCasesOf } from '#kernel/cases/door.ts'
import { openPerson } from '#kernel/registry/door.ts'
import { publishedItems } from '#modules/service-items/lookup.ts'
import { openInput, openOutput } from './contract.ts'
import { areaNames } from './find-persons.ts'
import { statePurpose } from './purpose.ts'

/** Opens one full record, still masked. An action, because each opening is an event in its own right: one audit entry with its purpose. */
export const open = defineAction({
  name: 'open',
  summary: '按目的打开一人一档',
  callers: ['staff'],
  keepsAnswer: false,
  input: openInput,
  output: openOutput,
  async load(ctx, { personId, purpose }) {
    const person = await openPerson(ctx.tx, ctx.services.keys, personId, ctx.today)
    return person && { person, stated: await statePurpose(ctx, person, purpose) }
  },
  allow: (actor) => permitPost(actor, ['windowClerk', 'committeeWorker']),
  async run(ctx, { person }) {
    const names = await areaNames(
      ctx,
      person.residencies.map((one) => one.committeeId),
    )
    const age = (birthOn: string | null) => (birthOn ? ageOn(birthOn, ctx.today) : null)
    const relative = ({ birthOn, ...one }: (typeof person.household)[number]) => ({ ...one, age: age(birthOn) })
    const items = new Map((await publishedItems(ctx.tx, ctx.today)).map((item) => [item.key, item.body.name['zh-CN']]))
    const liveCases = (await liveCasesOf(ctx.tx, person.id)).map(({ subjectKey, ...one }) => ({
      ...one,
      what: items.get(subjectKey) ?? subjectKey,
    }))
    return {
      ...person,
      liveCases,
      age: age(person.birthOn),
      residencies: person.residencies.map(({ address, committeeId, kind, from, until }) => ({
        address,
        committee: committeeId ? (names.get(committeeId) ?? null) : null,
        kind,
        from,
        until,
      })),
      household: person.household.map(relative),
      guardians: person.guardians.map(relative),
      wards: person.wards.map(relative),
    }
  },
  audit: ({ person, stated }) => ({
    subjects: [person.id],
    caseId: stated.caseId,
    purpose: stated.code,
    ...(stated.reason ? { reason: stated.reason } : {}),
  }),
})

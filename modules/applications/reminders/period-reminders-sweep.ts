import { z } from 'zod'
import { addDays } from '#kernel/calendar/door.ts'
import { defineJob } from '#kernel/jobs/door.ts'
import { birthdaysBetween, type RuleFacts, ruleFacts } from '#kernel/registry/door.ts'
import { eligibilityOf, type PublishedItem, publishedItems } from '#modules/service-items/lookup.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import { forgetOld, type PeriodReminder, reviewsBetween, setReminders } from './period-queries.ts'

/** When an item's definition does not say how long before: a month, the street's own setting (本街道设定). */
const daysBeforeByDefault = 30
const page = 5000
const first = '00000000-0000-0000-0000-000000000000'

/** 周期提醒: birthdays from which an item pays or pays more, and the yearly review of what was granted. */
export const periodReminders = defineJob({
  name: 'applications.period-reminders-sweep',
  input: z.object({}),
  cron: '40 6 * * *',
  async run(_input, { runAsSystem, now, signal, log }) {
    const today = dayOf(now)
    const items = (await runAsSystem((tx) => publishedItems(tx, today), 'items')) ?? []
    let set = 0
    for (const item of items.filter((one) => one.body.period)) {
      for (let after: string | undefined = first; after && !signal.aborted; ) {
        const from: string = after
        const done = await runAsSystem((tx) => remindBirthdays(tx, item, today, from), `${item.key} birthdays ${from}`)
        set += done?.set ?? 0
        after = done?.next
      }
      set += (await runAsSystem((tx) => remindReviews(tx, item, today), `${item.key} reviews`)) ?? 0
    }
    await runAsSystem((tx) => forgetOld(tx, today), 'forget')
    if (set) log.info('period reminders set', { set })
  },
})

/** A page of the base: who reaches the age soon and is not known to be outside the item's conditions on that day. */
export async function remindBirthdays(
  tx: Tx,
  item: PublishedItem,
  today: string,
  after: string = first,
): Promise<{ set: number; next: string | undefined }> {
  const { birthdays = [], daysBefore = daysBeforeByDefault } = item.body.period ?? {}
  if (birthdays.length === 0) return { set: 0, next: undefined }
  const found = await birthdaysBetween(tx, {
    ages: birthdays,
    from: today,
    until: addDays(today, daysBefore),
    after,
    limit: page,
  })
  const facts = await ruleFacts(
    tx,
    found.map((one) => one.personId),
  )
  const mayBeMet = rememberedEligibility(item)
  const wanted = found.flatMap(({ personId, age, on }): PeriodReminder[] => {
    const values = facts.get(personId)
    if (!values || !mayBeMet(values, on)) return []
    return [
      {
        personId,
        itemKey: item.key,
        occasion: `birthday:${age}`,
        template: 'reminders.birthday',
        params: { age, item: item.body.name['zh-CN'], due: on },
        caseId: null,
      },
    ]
  })
  return {
    set: await setReminders(tx, wanted, today),
    next: found.length === page ? found.at(-1)?.personId : undefined,
  }
}

/** A rule takes a millisecond to ask; people of one birthday and one registration get one answer. */
function rememberedEligibility(item: PublishedItem): (facts: RuleFacts, on: string) => boolean {
  const known = new Map<string, boolean>()
  return (facts, on) => {
    const key = JSON.stringify([facts, on])
    const kept = known.get(key) ?? eligibilityOf(item, facts, on).outcome !== 'unmet'
    known.set(key, kept)
    return kept
  }
}

export async function remindReviews(tx: Tx, item: PublishedItem, today: string): Promise<number> {
  const { reviewMonths, daysBefore = daysBeforeByDefault } = item.body.period ?? {}
  if (!reviewMonths) return 0
  const due = await reviewsBetween(tx, item.key, reviewMonths, today, addDays(today, daysBefore))
  return setReminders(
    tx,
    due.map(({ personId, caseId, number, nth, on }) => ({
      personId,
      itemKey: item.key,
      occasion: `review:${caseId}:${nth}`,
      template: 'reminders.yearlyReview',
      params: { item: item.body.name['zh-CN'], number, due: on },
      caseId,
    })),
    today,
  )
}

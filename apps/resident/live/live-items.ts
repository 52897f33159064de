import { ask, type CallOperation, readsAs } from '#apps/receipt/operations.ts'
import * as items from '#modules/service-items/contract.ts'
import { Problem } from '#platform/errors/problem.ts'
import type { Caller } from '../caller.ts'
import type { Eligibility, ItemApi, ItemSummary } from '../item-api.ts'
import { translator } from '../texts/texts.ts'
import { eligibilityView, factsOf, questionsOf } from './eligibility-view.ts'
import { guideOf } from './item-guide.ts'
import { lifeEventName } from './life-events.ts'

export function liveItems(call: CallOperation): ItemApi {
  const list = (caller: Caller, q?: string) =>
    ask(call, 'service-items.list', items.listOutput, readsAs(caller), q ? { q } : {})
  return {
    async items(caller, { search, lifeEvent }) {
      const found = (await list(caller, search)).items
      return found.filter((item) => !lifeEvent || item.lifeEvents.includes(lifeEvent)).map(summaryOf)
    },
    async lifeEvents(caller) {
      const keys = new Set((await list(caller)).items.flatMap((item) => item.lifeEvents))
      return [...keys].map((key) => ({ key, name: lifeEventName(key) }))
    },
    async item(caller, slug) {
      const opened = await openItem(call, caller, slug)
      return opened && guideOf(opened, translator(caller.language), caller.language)
    },
    async eligibility(caller, slug, answers): Promise<Eligibility> {
      const opened = await openItem(call, caller, slug)
      if (!opened || opened.asks.length === 0) return { questions: [] }
      const questions = questionsOf(opened.asks)
      const input = { key: slug, facts: factsOf(opened.asks, answers) }
      const found = await ask(call, 'service-items.mayI', items.mayIOutput, readsAs(caller), input)
      const complete = questions.every(({ key }) => answers[key])
      if (found.outcome === 'unknown' && !complete) return { questions }
      if (Object.keys(answers).length === 0) return { questions }
      return { questions, outcome: eligibilityView(found, opened.body) }
    },
  }
}

/** Null for every slug that names no published item, also for one that no item could have. */
export async function openItem(call: CallOperation, caller: Caller, slug: string) {
  if (!items.itemKey.safeParse(slug).success) return null
  try {
    return await ask(call, 'service-items.open', items.openOutput, readsAs(caller), { key: slug })
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return null
    throw error
  }
}

function summaryOf(item: items.ItemSummary): ItemSummary {
  return {
    slug: item.key,
    name: item.name,
    summary: item.plainName ?? '',
    department: item.department,
    lifeEvents: item.lifeEvents,
    online: true,
  }
}

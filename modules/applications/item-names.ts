import { publishedItems } from '#modules/service-items/lookup.ts'
import type { Tx } from '#platform/contract.ts'

/** What lists call an item and its steps. */
export async function itemNames(
  tx: Tx,
  on: string,
): Promise<Map<string, { name: string; steps: Record<string, string> }>> {
  const items = await publishedItems(tx, on)
  return new Map(
    items.map(({ key, body }) => [
      key,
      { name: body.name['zh-CN'], steps: Object.fromEntries(body.steps.map((step) => [step.key, step.name['zh-CN']])) },
    ]),
  )
}

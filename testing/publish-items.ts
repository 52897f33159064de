import { elderCard } from '#modules/service-items/catalogue/elder-card.ts'
import { minimumLivingAllowance } from '#modules/service-items/catalogue/minimum-living-allowance.ts'
import type { World } from './world.ts'

/** The two items of the catalogue, in force since long ago in the test's street. */
export async function publishItems(world: World): Promise<void> {
  for (const item of [elderCard, minimumLivingAllowance]) {
    await world.look('insert into service_items.item (key) values ($1)', [item.key])
    await world.look(
      `insert into service_items.item_version (item_key, version, status, body, effective, drafted_by, drafted_at, submitted_by, submitted_at, published_by, published_at)
       values ($1, 1, 'published', $2, daterange('2016-01-01', null), $3, now(), $3, now(), $4, now())`,
      [item.key, JSON.stringify(item.body), world.accounts.editor.accountId, world.accounts.publisher.accountId],
    )
    await world.look('select registry.bind_item_fields($1, $2)', [
      item.key,
      (item.body.boundElements ?? []).map((one) => one.replace(/^person\./, '')),
    ])
  }
}

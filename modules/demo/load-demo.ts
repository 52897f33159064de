import type { KeyRing } from '#kernel/crypto/door.ts'
import { withConnection } from '#platform/db/connect.ts'
import { inventedStreet, referenceStreet } from './demo-areas.ts'
import { demoPopulation } from './demo-population.ts'
import { loadDemoAreas } from './load-areas.ts'
import { loadDemoDesks } from './load-desks.ts'
import { loadPopulation, type Progress } from './load-population.ts'

export interface DemoOptions {
  ownerUrl: string
  ring: KeyRing
  seed: number
  today: string
  /** people of each street; the defaults are the demo's */
  sizes?: { reference: number; invented: number }
  onProgress?: (progress: Progress & { streetCode: string }) => void
}

const LOADED = [
  'person',
  'person_search_key',
  'person_phone',
  'person_scope',
  'residency',
  'dwelling',
  'household_member',
].map((table) => `registry.${table}`)

export const demoSizes = { reference: 60_000, invented: 400 }

/** Areas, people and houses of both streets. Refuses a database that holds people already. */
export async function loadDemoPeople({
  ownerUrl,
  ring,
  seed,
  today,
  sizes = demoSizes,
  onProgress,
}: DemoOptions): Promise<void> {
  await withConnection(ownerUrl, async (client) => {
    const { rows } = await client.query<{ filled: boolean }>('select exists (select from registry.person) as filled')
    if (rows[0]?.filled)
      throw new Error(
        '库中已有人员，不再装入演示数据 / the registry holds people already; demo data is not added to them',
      )
    await loadDemoAreas(client)
    await loadDemoDesks(client)
    for (const [streetCode, size] of [
      [inventedStreet, sizes.invented],
      [referenceStreet, sizes.reference],
    ] as const) {
      const population = demoPopulation({ streetCode, seed, size, today })
      await loadPopulation(client, ring, population, (progress) => onProgress?.({ ...progress, streetCode }))
    }
    // A server that answers right after loading must not plan on statistics of empty tables; vacuum lets the search read its index alone.
    await client.query(`vacuum analyze ${LOADED.join(', ')}`)
  })
}

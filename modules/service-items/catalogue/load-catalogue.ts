import { elderCard } from './elder-card.ts'
import type { ItemDefinition } from './item-definition.ts'
import { minimumLivingAllowance } from './minimum-living-allowance.ts'

/** In this order, because an item may name only items that exist as related. */
export const catalogue: readonly ItemDefinition[] = [elderCard, minimumLivingAllowance]

/** Calls an operation such as `service-items.draft` as the account of a session. */
export type CallAs = (sessionId: string, operation: string, input: object) => Promise<unknown>

/** Publishes the catalogue as two item editors would; what is published already is left as its editors have made it. */
export async function loadCatalogue(
  call: CallAs,
  { drafter, publisher, effectiveFrom }: { drafter: string; publisher: string; effectiveFrom: string },
): Promise<string[]> {
  const { versions } = (await call(drafter, 'service-items.versions', {})) as { versions: { key: string }[] }
  const known = new Set(versions.map((one) => one.key))
  const loaded: string[] = []
  for (const { key, body } of catalogue) {
    if (known.has(key)) continue
    const { version } = (await call(drafter, 'service-items.draft', { key, body })) as { version: number }
    await call(drafter, 'service-items.submit', { key, version, effectiveFrom })
    await call(publisher, 'service-items.publish', { key, version })
    loaded.push(key)
  }
  return loaded
}

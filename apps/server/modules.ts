import type { LinliModule } from '#kernel/access/door.ts'
import { type Subscriptions, setSubscriptions } from '#kernel/jobs/door.ts'
import { applications } from '#modules/applications/module.ts'
import { bindings } from '#modules/bindings/module.ts'
import { people } from '#modules/people/module.ts'
import { receipts } from '#modules/receipts/module.ts'
import { remedies } from '#modules/remedies/module.ts'
import { residents } from '#modules/residents/module.ts'
import { serviceItems } from '#modules/service-items/module.ts'

/** All that Linli does, on one screen. */
export const modules: readonly LinliModule[] = [
  applications,
  bindings,
  people,
  receipts,
  remedies,
  residents,
  serviceItems,
]

/** Who listens to what, told to this process once; a web process emits by it, a worker delivers by it. */
export function subscriptionsOf(all: readonly LinliModule[]): Subscriptions {
  return setSubscriptions(all.flatMap((module) => module.subscriptions ?? []))
}

import type { Street } from '../resident-api.ts'

/** The centre's name, and its address where it is known. */
export function whereOf({ centre }: Street): string {
  return centre.address ? `${centre.name}（${centre.address}）` : centre.name
}

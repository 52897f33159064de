import type { z } from 'zod'
import type { purpose } from '#modules/people/contract.ts'

/** What a record was opened for; revealing a field of it is for the same. */
export type Purpose = z.infer<typeof purpose>

import type { z } from 'zod'
import type { prepareOutput } from '#modules/applications/contract.ts'

export type Prepared = z.infer<typeof prepareOutput>

import type { z } from 'zod'
import type { itemBody, Source } from '../contract.ts'

/** One item of the catalogue, as an editor would draft it. */
export interface ItemDefinition {
  key: string
  body: z.input<typeof itemBody>
}

export const localSetting: Source = { status: 'localSetting', title: '本街道设定' }
export const toVerify: Source = { status: 'toVerify', title: '待核实' }

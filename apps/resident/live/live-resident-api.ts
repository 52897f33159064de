import type { CallOperation } from '#apps/receipt/operations.ts'
import type { ResidentApi } from '../resident-api.ts'
import { liveAccount } from './live-account.ts'
import { type KeepFile, liveApplications } from './live-applications.ts'
import { liveItems } from './live-items.ts'

/** The pages' port on the running system: nothing here knows the database, every call passes policy, audit and row security. */
export function liveResidentApi(call: CallOperation, keepFile: KeepFile, demo: boolean): ResidentApi {
  return { ...liveAccount(call, demo), ...liveItems(call), ...liveApplications(call, keepFile) }
}

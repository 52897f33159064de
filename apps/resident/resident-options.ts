import type { ResidentApi, SignInDoor } from './resident-api.ts'

export interface ResidentAppOptions {
  api: ResidentApi
  door: SignInDoor
  /** Over https only: cookies are then marked Secure. */
  secure: boolean
  reportError(error: unknown): void
}

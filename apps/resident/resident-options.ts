import type { Language } from '#platform/contract.ts'
import type { Problem } from '#platform/errors/problem.ts'
import type { ResidentApi, SignInDoor } from './resident-api.ts'

export interface ResidentAppOptions {
  api: ResidentApi
  door: SignInDoor
  /** Where residents reach the site; over https cookies are marked Secure. */
  publicOrigin: string
  /** The texts of the modules' reasons belong to the server that composes them. */
  explain(problem: Problem, language: Language): string
  reportError(error: unknown): void
}

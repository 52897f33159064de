import { z } from 'zod'

const phone = z.string().min(5).max(32)
const code = z.string().min(6).max(20)

/** Inputs of the routes before and around a session; they are no operations of a module, since there is no actor yet. */
export const identityInputs = {
  signInStaff: z.strictObject({ staffNumber: z.string().min(1).max(64), password: z.string().min(1).max(256) }),
  verifyTotp: z.strictObject({ code }),
  beginEnrolment: z.strictObject({}),
  confirmEnrolment: z.strictObject({ code }),
  requestCode: z.strictObject({ phone }),
  signInResident: z.strictObject({ phone, code }),
  signInMachine: z.strictObject({ clientId: z.uuid(), secret: z.string().min(16).max(128) }),
  changePassword: z.strictObject({ current: z.string().min(1).max(256), next: z.string().min(10).max(128) }),
  signOut: z.strictObject({}),
  signOutEverywhere: z.strictObject({}),
} as const

export type IdentityRoute = keyof typeof identityInputs
export type InputOf<R extends IdentityRoute> = z.output<(typeof identityInputs)[R]>

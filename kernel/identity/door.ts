export { lockAccount, resetPassword, resetSecondFactor } from './account-care.ts'
export {
  createStaffAccount,
  ensureResidentAccount,
  hashPassword,
  type Me,
  me,
  type NewStaffAccount,
} from './accounts.ts'
export { auditSignInWith } from './audit-sign-in.ts'
export { BINDING_CODE_MINUTES, showBindingCode, spendBindingCode } from './binding-code.ts'
export { type Binding, bindByCheckedDocument, endOwnBinding, ownBindings } from './bindings.ts'
export { identityInputs } from './contract.ts'
export { setSession, visitorOf } from './cookies.ts'
export {
  type AccountKind,
  type Core as Identity,
  type IdentityDeps,
  openCore as openIdentity,
  type SignInEntry,
  type Visitor,
} from './core.ts'
export { forgetOldAttempts } from './forget-old.ts'
export { type IdentityHttp, identityRoutes } from './http.ts'
export { createMachineClient, type NewMachineClient } from './machines.ts'
export { ownAccountName } from './own-account-name.ts'
export { normalisePhone } from './phone.ts'
export { issuePostedCode, redeemPostedCode } from './posted-code.ts'
export { residentDoor } from './resident-door.ts'
export { requestCode, signInResident } from './resident-sign-in.ts'
export { revokeSessionsOf, SESSION_COOKIE, type Session, sessionOf, signOut, signOutEverywhere } from './sessions.ts'
export { texts as identityTexts } from './texts.ts'
export { newTotpSecret, totpCode, totpStep } from './totp.ts'

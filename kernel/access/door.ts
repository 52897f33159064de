export { type Actor, anonymous, type HeldPost, type PostKind } from './actor.ts'
export { keep, reserve } from './answered-requests.ts'
export { asJob } from './as-job.ts'
export {
  type Acting,
  type Ctx,
  defineAction,
  defineModule,
  defineQuery,
  type Linli,
  type LinliModule,
  type Services,
} from './define.ts'
export { enter } from './enter.ts'
export { firstRefusal, holds, permitPost } from './permits.ts'
export { texts } from './texts.ts'

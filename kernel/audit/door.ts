export { append } from './append.ts'
export { type LookAtOwn, looksAtOwn } from './looks-at-own.ts'

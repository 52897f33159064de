import { register } from 'tsx/esm/api'

/** Runs a TypeScript entry in this very process, so that a signal reaches it directly. */
export async function run(entry) {
  register()
  await import(entry)
}

/** What the workbench can do to a case, the work itself before what only changes its course; the server says which of them now. */
export const verbs = [
  'accept',
  'decideStep',
  'recordExternal',
  'receiveCorrection',
  'conclude',
  'claimStep',
  'requestCorrection',
  'decline',
  'extend',
  'supervise',
  'releaseStep',
  'withdraw',
] as const
export type Verb = (typeof verbs)[number]

/** Acts that bring the case on: one of them may be the page's primary act. */
export const work: readonly Verb[] = verbs.slice(0, 6)

/** What the workbench can do to a case; the server says which of them now. */
export const verbs = [
  'accept',
  'decline',
  'requestCorrection',
  'receiveCorrection',
  'withdraw',
  'conclude',
  'claimStep',
  'releaseStep',
  'decideStep',
  'recordExternal',
  'extend',
  'supervise',
] as const
export type Verb = (typeof verbs)[number]

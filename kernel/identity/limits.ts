/** How often something may be tried. After the free tries each failure doubles the wait, never beyond the longest one. */
export interface Limit {
  free: number
  firstWaitSeconds: number
  longestWaitSeconds: number
  windowSeconds: number
  /** A success forgets the failures before it. Never so for an address: else a stranger's own account would clear it. */
  passForgets: boolean
}

export type Act = 'staff.password' | 'staff.secondFactor' | 'code.send' | 'code.try' | 'machine.secret'
export type Limits = Record<Act, { subject: Limit; address: Limit }>

const MINUTE = 60
const HOUR = 60 * MINUTE

const password: Limit = {
  free: 5,
  firstWaitSeconds: 30,
  longestWaitSeconds: 15 * MINUTE,
  windowSeconds: HOUR,
  passForgets: true,
}
// Many people share one address (an office, a mobile network): generous, and the wait stays short.
const sharedAddress: Limit = {
  free: 200,
  firstWaitSeconds: 2,
  longestWaitSeconds: MINUTE,
  windowSeconds: HOUR,
  passForgets: false,
}

export const limits: Limits = {
  'staff.password': { subject: password, address: sharedAddress },
  'staff.secondFactor': { subject: password, address: sharedAddress },
  'code.send': {
    subject: {
      free: 1,
      firstWaitSeconds: MINUTE,
      longestWaitSeconds: 30 * MINUTE,
      windowSeconds: 24 * HOUR,
      passForgets: true,
    },
    address: sharedAddress,
  },
  'code.try': { subject: { ...password, free: 10 }, address: sharedAddress },
  'machine.secret': { subject: password, address: sharedAddress },
}

/** Seconds to wait before the next try; 0 means now. `sinceLast` is the time since the last failure. */
export function waitSeconds(limit: Limit, failures: number, sinceLast: number): number {
  if (failures < limit.free) return 0
  const doublings = Math.min(failures - limit.free, 30)
  const pause = Math.min(limit.firstWaitSeconds * 2 ** doublings, limit.longestWaitSeconds)
  return Math.max(0, Math.ceil(pause - sinceLast))
}

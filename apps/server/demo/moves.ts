/** One move of a case's story: who does what, so many days after the one before. */
export interface Move {
  afterDays: number
  by: 'resident' | 'clerk' | 'worker' | 'approver' | 'secondApprover' | 'district' | 'leader' | 'supervisor'
  action: string
  input?: Record<string, unknown>
  /** The key of the open step that the action is about. */
  step?: string
  /** The case that a bad rating opened, instead of the story's own. */
  of?: 'remedy'
}

export interface Plan {
  item: 'elder-card' | 'minimum-living-allowance'
  how: 'window' | 'online' | 'cityWide'
  /** Days before today on which it begins: at least, and how many more by chance. */
  began: { atLeast: number; spread: number }
  /** Of a hundred stories, so many are this one. */
  share: number
  moves: Move[]
}

export const move = (
  afterDays: number,
  by: Move['by'],
  action: string,
  input?: Record<string, unknown>,
  step?: string,
): Move => ({
  afterDays,
  by,
  action,
  ...(input ? { input } : {}),
  ...(step ? { step } : {}),
})
export const city = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'clerk', 'recordExternal', { foreignStatus }, 'cityReview')
export const rate = (stars: number, words?: string) =>
  move(3, 'resident', 'rate', { stars, ...(words ? { words } : {}) })
export const conclude = move(4, 'clerk', 'conclude', { note: '已送达' })
export const accept = move(2, 'clerk', 'accept', { allMaterials: true })
export const visit = move(
  4,
  'worker',
  'decideStep',
  { outcome: 'approved', opinion: '入户走访，情况属实' },
  'homeVisit',
)
export const means = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'approver', 'recordExternal', { foreignStatus }, 'meansCheck')
export const notice = move(
  9,
  'secondApprover',
  'decideStep',
  { outcome: 'approved', opinion: '公示期满，无异议' },
  'publicNotice',
)
export const onRemedy = (afterDays: number, by: Move['by'], action: string, input?: Record<string, unknown>): Move => ({
  ...move(afterDays, by, action, input),
  of: 'remedy',
})
export const reply = (afterDays: number, cause: string, done: string, contact = 'phone') =>
  onRemedy(afterDays, 'supervisor', 'reply', { answers: { cause, done, contact } })
export const satisfied = (afterDays: number) => onRemedy(afterDays, 'resident', 'accept')
export const district = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'district', 'recordExternal', { foreignStatus }, 'districtDecision')

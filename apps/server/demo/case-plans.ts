/** One move of a case's story: who does what, so many days after the one before. */
export interface Move {
  afterDays: number
  by: 'resident' | 'clerk' | 'worker' | 'approver' | 'secondApprover' | 'district' | 'leader' | 'supervisor'
  action: string
  input?: Record<string, unknown>
  /** The key of the open step that the action is about. */
  step?: string
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

const move = (
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
const city = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'clerk', 'recordExternal', { foreignStatus }, 'cityReview')
const rate = (stars: number, words?: string) => move(3, 'resident', 'rate', { stars, ...(words ? { words } : {}) })
const conclude = move(4, 'clerk', 'conclude', { note: '已送达' })
const accept = move(2, 'clerk', 'accept', { allMaterials: true })
const visit = move(4, 'worker', 'decideStep', { outcome: 'approved', opinion: '入户走访，情况属实' }, 'homeVisit')
const means = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'approver', 'recordExternal', { foreignStatus }, 'meansCheck')
const notice = move(
  9,
  'secondApprover',
  'decideStep',
  { outcome: 'approved', opinion: '公示期满，无异议' },
  'publicNotice',
)
const district = (afterDays: number, foreignStatus: string) =>
  move(afterDays, 'district', 'recordExternal', { foreignStatus }, 'districtDecision')

const card = { item: 'elder-card' } as const
const aid = { item: 'minimum-living-allowance' } as const

/** The demo's stories: every state, some late, some without news, some refused, some praised and some not. */
export const plans: readonly Plan[] = [
  {
    ...card,
    how: 'window',
    share: 16,
    began: { atLeast: 45, spread: 50 },
    moves: [city(6, '审核中'), city(12, '已制卡'), conclude, rate(5, '办得快，态度好')],
  },
  {
    ...card,
    how: 'window',
    share: 7,
    began: { atLeast: 45, spread: 50 },
    moves: [city(10, '审批通过'), conclude, rate(4)],
  },
  {
    ...card,
    how: 'window',
    share: 3,
    began: { atLeast: 40, spread: 50 },
    moves: [city(14, '审批通过'), conclude, rate(2, '跑了两次才办成')],
  },
  {
    ...card,
    how: 'window',
    share: 2,
    began: { atLeast: 40, spread: 50 },
    moves: [city(14, '已制卡'), conclude, rate(1, '没有人通知我来领卡')],
  },
  { ...card, how: 'window', share: 5, began: { atLeast: 40, spread: 40 }, moves: [city(12, '已制卡'), conclude] },
  {
    ...card,
    how: 'window',
    share: 3,
    began: { atLeast: 75, spread: 25 },
    moves: [city(40, '审核中'), city(14, '已制卡'), conclude, rate(3)],
  },
  { ...card, how: 'window', share: 9, began: { atLeast: 4, spread: 18 }, moves: [city(3, '审核中')] },
  { ...card, how: 'window', share: 4, began: { atLeast: 20, spread: 10 }, moves: [city(2, '已收件')] },
  {
    ...card,
    how: 'window',
    share: 4,
    began: { atLeast: 50, spread: 15 },
    moves: [
      city(5, '审核中'),
      move(30, 'resident', 'urge', { note: '请问什么时候能领卡' }),
      move(2, 'supervisor', 'supervise', { instruction: '请向市级系统核实进度并告知申请人' }),
    ],
  },
  { ...card, how: 'window', share: 2, began: { atLeast: 30, spread: 20 }, moves: [city(8, '退回补充照片')] },
  { ...card, how: 'window', share: 3, began: { atLeast: 25, spread: 20 }, moves: [city(15, '审批不通过'), conclude] },
  { ...card, how: 'window', share: 4, began: { atLeast: 18, spread: 8 }, moves: [city(14, '已制卡')] },
  { ...card, how: 'cityWide', share: 3, began: { atLeast: 10, spread: 40 }, moves: [city(4, '审核中')] },
  { ...card, how: 'online', share: 5, began: { atLeast: 0, spread: 3 }, moves: [] },
  { ...card, how: 'online', share: 3, began: { atLeast: 10, spread: 40 }, moves: [accept, city(7, '审核中')] },
  {
    ...card,
    how: 'online',
    share: 2,
    began: { atLeast: 5, spread: 30 },
    moves: [move(2, 'clerk', 'decline', { reason: '未满 65 周岁且距生日超过一个月，到期可再申请' })],
  },
  {
    ...card,
    how: 'online',
    share: 2,
    began: { atLeast: 3, spread: 12 },
    moves: [
      move(1, 'clerk', 'requestCorrection', {
        missing: [{ key: 'idCard', why: '照片不清晰，请重新拍摄身份证正反面' }],
      }),
    ],
  },
  {
    ...card,
    how: 'online',
    share: 2,
    began: { atLeast: 6, spread: 30 },
    moves: [move(2, 'resident', 'withdraw', { reason: '改到窗口办理' })],
  },
  {
    ...aid,
    how: 'window',
    share: 5,
    began: { atLeast: 60, spread: 30 },
    moves: [visit, means(3, '符合'), notice, district(8, '批准'), conclude, rate(5)],
  },
  {
    ...aid,
    how: 'online',
    share: 3,
    began: { atLeast: 62, spread: 25 },
    moves: [
      move(1, 'clerk', 'requestCorrection', { missing: [{ key: 'declaration', why: '收入声明缺签名' }] }),
      move(5, 'resident', 'receiveCorrection', { note: '已补签' }),
      accept,
      visit,
      means(4, '符合'),
      notice,
      district(9, '批准'),
      conclude,
      rate(4, '工作人员上门解释得很清楚'),
    ],
  },
  {
    ...aid,
    how: 'window',
    share: 2,
    began: { atLeast: 40, spread: 20 },
    moves: [visit, means(6, '不符合'), conclude, rate(2, '希望说明得更详细')],
  },
  { ...aid, how: 'window', share: 3, began: { atLeast: 6, spread: 4 }, moves: [visit] },
  { ...aid, how: 'window', share: 2, began: { atLeast: 16, spread: 6 }, moves: [visit, means(2, '核对中')] },
  { ...aid, how: 'window', share: 3, began: { atLeast: 12, spread: 4 }, moves: [visit, means(3, '符合')] },
  {
    ...aid,
    how: 'window',
    share: 2,
    began: { atLeast: 30, spread: 8 },
    moves: [
      visit,
      means(4, '符合'),
      notice,
      district(3, '审批中'),
      move(2, 'leader', 'extend', { days: 10, reason: '需补充核实共同生活成员情况' }),
    ],
  },
  { ...aid, how: 'online', share: 1, began: { atLeast: 0, spread: 2 }, moves: [] },
]

import { accept, conclude, district, means, move, notice, onRemedy, type Plan, rate, reply, visit } from './moves.ts'

const aid = { item: 'minimum-living-allowance' } as const

/** 低保: on each stretch of its way, and to both ends. */
export const allowancePlans: readonly Plan[] = [
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
    moves: [
      visit,
      means(6, '不符合'),
      conclude,
      rate(2, '希望说明得更详细'),
      reply(3, 'unclear', '已上门逐项说明收入核对结果和申诉途径。', 'visit'),
      onRemedy(3, 'resident', 'contest', { reason: '没有给我书面的核对结果' }),
    ],
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

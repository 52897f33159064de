import { accept, city, conclude, move, onRemedy, type Plan, rate, reply, satisfied } from './moves.ts'

const card = { item: 'elder-card' } as const

/** 敬老卡: mostly praised, some late at the city, some without news, some rated badly and put right. */
export const elderCardPlans: readonly Plan[] = [
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
    share: 2,
    began: { atLeast: 55, spread: 40 },
    moves: [
      city(14, '审批通过'),
      conclude,
      rate(2, '跑了两次才办成'),
      reply(2, 'unclear', '已电话致歉，并把所需材料清单重新发给窗口同事，一次告知到位。'),
      satisfied(3),
    ],
  },
  {
    ...card,
    how: 'window',
    share: 1,
    began: { atLeast: 70, spread: 25 },
    moves: [
      city(14, '审批通过'),
      conclude,
      rate(2, '等了太久，没人告诉我进度'),
      reply(3, 'slow', '市级制卡环节较慢，已说明原因。'),
      onRemedy(2, 'resident', 'contest', { reason: '只说明了原因，没有说以后怎么改' }),
      reply(4, 'slow', '已约定每周告知一次进度，并由督办岗跟踪同类办件。', 'visit'),
      satisfied(2),
    ],
  },
  // Long rated and not answered: late.
  {
    ...card,
    how: 'window',
    share: 1,
    began: { atLeast: 40, spread: 6 },
    moves: [city(14, '已制卡'), conclude, rate(2, '领卡地点没有说清楚')],
  },
  // Just rated: the supervisor still has time.
  {
    ...card,
    how: 'window',
    share: 1,
    began: { atLeast: 23, spread: 3 },
    moves: [city(14, '已制卡'), move(2, 'clerk', 'conclude', { note: '已送达' }), rate(1, '没有人通知我来领卡')],
  },
  {
    ...card,
    how: 'window',
    share: 1,
    began: { atLeast: 80, spread: 15 },
    moves: [
      city(14, '已制卡'),
      conclude,
      rate(1, '窗口排队时间太长'),
      reply(2, 'slow', '已增开一个窗口并公布高峰时段，多次致电告知。', 'notReached'),
      onRemedy(30, 'supervisor', 'close', { evidence: '三次致电无人接听，已发短信告知整改结果，十个工作日未答复。' }),
    ],
  },
  {
    ...card,
    how: 'window',
    share: 1,
    began: { atLeast: 44, spread: 6 },
    moves: [
      city(14, '已制卡'),
      conclude,
      rate(2, '银行卡寄错了地址'),
      reply(2, 'mistake', '已核对地址并补寄，快递单号已电话告知。'),
    ],
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
]

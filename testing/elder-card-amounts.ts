import type { AmountTable } from '#kernel/rules/door.ts'

const source = { title: '敬老卡申领（老年综合津贴）办事指南', asOf: '2021-01-01', status: 'toVerify' as const }
// The guide gives tiers without the day they began; the first day is the street's own entry until it is verified.
const effective = { from: '2018-01-01', to: null }

/** 老年综合津贴 by age, as the guide states it. */
export const elderCardAmounts: AmountTable = {
  id: 'elderCard.monthly',
  unit: '元/人/月',
  tiers: [
    { condition: 'age >= 100', yuan: 600, effective, source },
    { condition: 'age >= 90', yuan: 350, effective, source },
    { condition: 'age >= 80', yuan: 180, effective, source },
    { condition: 'age >= 70', yuan: 150, effective, source },
    { condition: 'age >= 65', yuan: 75, effective, source },
  ],
}

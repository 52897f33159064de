import { creditCheckCharacter, syntheticArea } from '#kernel/registry/door.ts'
import { areaId, inventedStreet } from './demo-areas.ts'
import type { Dwelling } from './demo-houses.ts'
import { demoId } from './demo-id.ts'
import type { Random } from './random.ts'

export interface DemoOrganisation {
  id: string
  subdistrictId: string
  committeeId: string
  name: string
  creditCode: string
  kind: 'company' | 'selfEmployed' | 'nonprofit' | 'publicInstitution'
  address: string
}

const KINDS = [
  ['company', '91', 55],
  ['selfEmployed', '92', 35],
  ['nonprofit', '52', 8],
  ['publicInstitution', '12', 2],
] as const
const TRADES: Record<DemoOrganisation['kind'], readonly string[]> = {
  company: ['商贸有限公司', '信息技术有限公司', '餐饮管理有限公司', '物业管理有限公司', '文化传播有限公司'],
  selfEmployed: ['便利店', '理发店', '小吃店', '维修铺', '水果店'],
  nonprofit: ['助老服务中心', '社区服务社', '志愿服务中心'],
  publicInstitution: ['幼儿园', '卫生服务站'],
}
const WORDS = '安和泰祥瑞丰润达启明远新华茂盛佳美宏信'

/** Invented organisations on ground floors; the credit code's area is the one that no division has. */
export function demoOrganisations(
  streetCode: string,
  count: number,
  dwellings: readonly Dwelling[],
  random: Random,
): DemoOrganisation[] {
  const ground = dwellings.filter((dwelling) => dwelling.floor === 1)
  return Array.from({ length: count }, (_, index) => {
    const [kind, prefix] = random.weighted(
      KINDS.map(([kind, prefix, weight]) => [[kind, prefix] as const, weight] as const),
    )
    const place = random.pick(ground)
    const word = random.pick([...WORDS]) + random.pick([...WORDS])
    const body = `${prefix}${syntheticArea}${streetCode === inventedStreet ? 'MB' : 'MA'}${String(index).padStart(7, '0')}`
    return {
      id: demoId(`organisation ${streetCode} ${index}`, index),
      subdistrictId: areaId(streetCode),
      committeeId: place.committeeId,
      name: `演示${word}${random.pick(TRADES[kind])}`,
      creditCode: body + creditCheckCharacter(body),
      kind,
      address: place.address,
    }
  })
}

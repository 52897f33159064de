import { describe, expect, test } from 'vitest'
import { codeTables, elements, refusedElement } from './door.ts'

describe('the data standard', () => {
  test('names every element once, with definition, owner, legal basis and retention', () => {
    expect(new Set(elements.map((one) => one.key)).size).toBe(elements.length)
    for (const one of elements) {
      for (const text of [
        one.label.zh,
        one.label.en,
        one.definition,
        one.owner,
        one.legalBasis,
        one.retention.source,
      ]) {
        expect(text, one.key).not.toBe('')
      }
    }
  })

  test('refers only to code tables that exist', () => {
    for (const { key, codes } of elements) if (codes) expect(codeTables[codes], key).toBeDefined()
    expect(codeTables.nationality!.values).toHaveLength(56)
  })

  test('lets the ethnic group be asked only where an item asks', () => {
    expect(elements.find((one) => one.key === 'person.nationality')).toMatchObject({
      onlyWhereItemAsks: true,
      class: 'sensitive',
    })
  })

  test('holds no element that it refuses', () => {
    for (const { label } of elements) expect(refusedElement(label.zh)).toBeUndefined()
  })
})

describe('a column of a foreign file', () => {
  test.each([
    ['政治面貌', 'politicalStatus'],
    ['是否中共党员', 'politicalStatus'],
    ['入党 时间', 'politicalStatus'],
    ['所在党支部', 'politicalStatus'],
    ['宗教信仰', 'religion'],
    ['人脸照片', 'biometrics'],
    ['风险等级', 'personScore'],
    ['行踪轨迹', 'movement'],
  ])('%s is dropped with a reason: %s', (label, key) => {
    expect(refusedElement(label)).toMatchObject({ key, reason: { zh: expect.any(String), en: expect.any(String) } })
  })

  test.each(['姓名', '性别', '联系电话', '居住地址', '与户主关系', '残疾等级', '独居', '积分'])(
    '%s is taken',
    (label) => {
      expect(refusedElement(label)).toBeUndefined()
    },
  )
})

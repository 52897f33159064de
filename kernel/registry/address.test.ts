import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Address, addressKey, formatAddress, parseAddress } from './address.ts'

describe('an address', () => {
  test.each<[string, Address]>([
    ['上海市长宁区长宁路1488弄6号1202室', { road: '长宁路', lane: '1488弄', no: '6号', room: '1202室' }],
    ['长宁区武夷路709弄26号', { road: '武夷路', lane: '709弄', no: '26号' }],
    ['天山支路138弄12号甲602室', { road: '天山支路', lane: '138弄', no: '12号甲', room: '602室' }],
    ['延安西路1228弄2号26楼A座', { road: '延安西路', lane: '1228弄', no: '2号', floor: '26楼', room: 'A座' }],
    ['娄山关路35弄8支弄3号后门', { road: '娄山关路', lane: '35弄', sublane: '8支弄', no: '3号', suffix: '后门' }],
    ['上海长宁周家桥街道古北路18弄3号楼501', { road: '古北路', lane: '18弄', no: '3号楼', room: '501' }],
    ['天山二村12号2单元301室', { road: '天山二村', no: '12号', unit: '2单元', room: '301室' }],
    ['长宁路１４８８弄 6号', { road: '长宁路', lane: '1488弄', no: '6号' }],
    ['武夷路社区中心', { road: '武夷路社区中心' }],
  ])('%s is read in its parts', (input, parts) => {
    expect(parseAddress(input)).toEqual(parts)
  })

  test('has one key for its spellings', () => {
    const keys = ['古北路18弄3号楼501', '上海市长宁区古北路18弄3幢501室'].map((text) => addressKey(parseAddress(text)))
    expect(keys[0]).toBe(keys[1])
    expect(addressKey(parseAddress('古北路18弄3号502室'))).not.toBe(keys[0])
  })

  test('written and read again keeps its parts', () => {
    const number = fc.integer({ min: 1, max: 2999 })
    const road = fc.constantFrom('长宁路', '天山支路', '延安西路', '玉屏南路', '中山西路')
    fc.assert(
      fc.property(road, number, number, number, (name, lane, no, room) => {
        const parts = { road: name, lane: `${lane}弄`, no: `${no}号`, room: `${room}室` }
        expect(parseAddress(`上海市长宁区${formatAddress(parts)}`)).toEqual(parts)
      }),
    )
  })

  test('any text gets an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => typeof parseAddress(text) === 'object'),
    )
  })
})

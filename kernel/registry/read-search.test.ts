import { expect, test } from 'vitest'
import { readSearch } from './read-search.ts'

test.each([
  ['31010519900101123x', 'idNumber', '31010519900101123X'],
  ['310105 900101 123', 'idNumber', '31010519900101123X'],
  ['138 0013 8000', 'phone', '13800138000'],
  ['021-62512345', 'phone', '02162512345'],
  ['張偉', 'name', '张伟'],
  ['ZW', 'name', 'zw'],
  ['zhang wei', 'name', 'zhangwei'],
  ['䶮', 'name', '䶮'],
])('%s is looked for by %s', (typed, by, value) => {
  expect(readSearch(typed)).toEqual({ by, value })
})

test.each([
  ['长宁路 396 弄 3 号楼 501', '长宁路|396||3|', '', '501'],
  ['上海市长宁区长宁路396弄', '长宁路|396|', '', ''],
  ['长宁路396弄12支弄', '长宁路|396|12|', '', ''],
  ['天山支路88号', '天山支路|||88|', '', ''],
  ['长宁路396弄501室', '长宁路|396|', '', '501'],
])('%s is looked for by the beginning of its address key', (typed, value, unit, room) => {
  expect(readSearch(typed)).toEqual({ by: 'address', value, unit, room })
})

test.each(['长宁路', '路遥', '弄玉', '村上', '李路3'])('%s is a name, not a place', (typed) => {
  expect(readSearch(typed)).toMatchObject({ by: 'name' })
})

test.each([
  ['31010519900101123', 'wrongNumber'],
  ['310105199001011230', 'wrongNumber'],
  ['1', 'wrongNumber'],
  ['z', 'tooShort'],
  [' · ', 'tooShort'],
  ['', 'tooShort'],
])('%s is looked for by nothing: %s', (typed, reason) => {
  expect(readSearch(typed)).toEqual({ by: 'nothing', reason })
})

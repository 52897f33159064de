import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldName, namePinyin, nameSearchKeys } from './name-pinyin.ts'

describe('the reading of a name', () => {
  test.each([
    ['单雄信', 'shan'],
    ['仇保兴', 'qiu'],
    ['曾国藩', 'zeng'],
    ['解缙', 'xie'],
    ['万俟卨', 'mo qi'],
    ['尉迟恭', 'yu chi'],
    ['区伯', 'ou'],
    ['查良镛', 'zha'],
    ['覃海洋', 'qin'],
    ['令狐冲', 'ling hu'],
    ['亓䶮', 'qi yan'],
  ])('%s begins with %s', (name, beginning) => {
    expect(namePinyin(name)).toMatch(new RegExp(`^${beginning}\\b`))
  })
})

describe('the search keys of a name', () => {
  test('hold every reading, so that 乐嘉 is found by le and by yue', () => {
    const keys = nameSearchKeys('乐嘉')
    expect(keys).toEqual(expect.arrayContaining(['lejia', 'yuejia', 'lj', 'yj', '乐嘉', '嘉']))
  })

  test('hold what staff chose, and its initials', () => {
    expect(nameSearchKeys('乐嘉', 'lao jia')).toEqual(expect.arrayContaining(['laojia']))
  })

  test('meet in one key for both scripts while the name stays as registered', () => {
    expect(foldName('餘昊')).toBe(foldName('余昊'))
    expect(foldName('葉聖陶')).toBe('叶圣陶')
    expect(nameSearchKeys('張偉')).toEqual(expect.arrayContaining(['张伟', 'zhangwei', 'zw']))
  })

  test('find lü by lv, lu and lyu', () => {
    expect(nameSearchKeys('吕布')).toEqual(expect.arrayContaining(['lvbu', 'lubu', 'lyubu', 'lb']))
  })

  test('take rare characters and Latin letters whole', () => {
    for (const name of ['䶮㛃㵘', '𠅤𨱔', '𬭩𫍯𬤇', '妘瑸嫄', '㐱㙓𦙶', '𬸚𬎆㻬'])
      expect(nameSearchKeys(name)).toContain(name)
    expect(nameSearchKeys('Anna Müller')).toContain('annamüller')
    expect(nameSearchKeys('买买提·艾力')).toEqual(expect.arrayContaining(['买买提艾力', 'maimaitiaili']))
  })

  test('stay few and never empty strings, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), (name) => {
        const keys = nameSearchKeys(name)
        expect(keys.every((key) => key.length > 0)).toBe(true)
        expect(keys.length).toBeLessThan(100)
      }),
    )
  })
})

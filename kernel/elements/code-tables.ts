import nationalities from './data/gb-t-3304.json' with { type: 'json' }

export interface CodeTable {
  standard: string
  /** `key` is the word that columns and APIs use in place of the code */
  values: readonly { code: string; key?: string; name: string }[]
}

export const codeTables: Readonly<Record<string, CodeTable>> = {
  sex: {
    standard: 'GB/T 2261.1-2003',
    values: [
      { code: '0', key: 'unknown', name: '未知的性别' },
      { code: '1', key: 'male', name: '男性' },
      { code: '2', key: 'female', name: '女性' },
      { code: '9', key: 'unknown', name: '未说明的性别' },
    ],
  },
  maritalStatus: {
    standard: 'GB/T 2261.2-2003',
    values: [
      { code: '10', name: '未婚' },
      { code: '20', name: '已婚' },
      { code: '21', name: '初婚' },
      { code: '22', name: '再婚' },
      { code: '23', name: '复婚' },
      { code: '30', name: '丧偶' },
      { code: '40', name: '离婚' },
      { code: '90', name: '未说明的婚姻状况' },
    ],
  },
  nationality: nationalities,
}

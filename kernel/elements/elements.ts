import type { Element, Retention } from './element.ts'

const STREET = '本街道设定'
const afterResidency: Retention = { years: 5, after: 'endOfResidency', source: STREET }
const afterCase: Retention = { years: 10, after: 'caseClosed', source: STREET }
const afterAccount: Retention = { years: 1, after: 'accountClosed', source: STREET }
const withPurpose: Retention = { years: 0, after: 'purposeEnded', source: '个人信息保护法第十九条' }

const DUTY = '个人信息保护法第十三条第一款第三项（履行法定职责）'
const CONSENT = '个人信息保护法第十三条第一款第一项（本人同意）'

const police = '公安派出所'
const street = '街道社区事务受理服务中心'
const civilAffairs = '街道民政'

function element(
  key: string,
  zh: string,
  en: string,
  definition: string,
  rest: Pick<Element, 'owner' | 'class' | 'legalBasis' | 'retention'> & Partial<Element>,
): Element {
  return { key, label: { zh, en }, definition, ...rest }
}

const personal = (owner: string, legalBasis: string, retention: Retention) => ({
  owner,
  class: 'personal' as const,
  legalBasis,
  retention,
})
const sensitive = (owner: string, legalBasis: string, retention: Retention) => ({
  owner,
  class: 'sensitive' as const,
  legalBasis,
  retention,
})

/** The data standard: no personal field stands anywhere without a line here. */
export const elements: readonly Element[] = [
  element(
    'person.name',
    '姓名',
    'Name',
    '居民身份证或户口簿登记的姓名，不作繁简转换',
    personal(police, '居民身份证法第三条', afterResidency),
  ),
  element(
    'person.namePinyin',
    '姓名拼音',
    'Name in pinyin',
    '本人所用读音，可由工作人员更正，供查找',
    personal(street, DUTY, afterResidency),
  ),
  element('person.sex', '性别', 'Sex', '居民身份证登记的性别', {
    ...personal(police, '居民身份证法第三条', afterResidency),
    codes: 'sex',
  }),
  element(
    'person.birthOn',
    '出生日期',
    'Date of birth',
    '公历年月日',
    personal(police, '居民身份证法第三条', afterResidency),
  ),
  element(
    'person.idKind',
    '证件种类',
    'Kind of document',
    '居民身份证、港澳台居民居住证、外国人永久居留身份证',
    personal(police, '居民身份证法第三条', afterResidency),
  ),
  element(
    'person.idNumber',
    '公民身份号码',
    'ID number',
    'GB 11643-1999 的 18 位号码及同形证件号码，加密存放，盲索引查找',
    sensitive(police, '居民身份证法第三条', afterResidency),
  ),
  element(
    'person.phone',
    '联系电话',
    'Phone',
    '手机号码或固定电话；电话不等于身份',
    personal(street, CONSENT, afterResidency),
  ),
  element(
    'person.phoneRelation',
    '电话使用人',
    'Whose phone',
    '本人、家属、照护人或其他',
    personal(street, CONSENT, afterResidency),
  ),
  element(
    'person.doNotCall',
    '谢绝来电',
    'Do not call',
    '本人不愿接听街道来电',
    personal(street, CONSENT, afterResidency),
  ),
  element(
    'person.registeredDivision',
    '户籍地',
    'Registered division',
    '户口登记地的县级行政区划代码（GB/T 2260）',
    personal(police, '户口登记条例第六条', afterResidency),
  ),
  element(
    'person.diedOn',
    '死亡日期',
    'Date of death',
    '死亡登记所载日期',
    personal(police, '户口登记条例第八条', afterResidency),
  ),
  element('person.address', '居住地址', 'Address', '路、弄、号、单元、室', personal(police, DUTY, afterResidency)),
  element(
    'person.residency',
    '人房关系',
    'Residency',
    '人与住处的关系种类和起止日',
    personal(police, DUTY, afterResidency),
  ),
  element(
    'person.kinship',
    '与户主关系',
    'Relation to the head of household',
    '户内成员与户主的关系（GB/T 4761 归并）',
    personal(police, '户口登记条例第五条', afterResidency),
  ),
  element(
    'person.guardianship',
    '监护关系',
    'Guardianship',
    '监护人、被监护人、依据和起止日',
    sensitive(civilAffairs, '民法典第二十六条至第三十九条', afterResidency),
  ),
  element(
    'person.sourceRecord',
    '来源记录',
    'Source record',
    '来源部门提供的原始记录，加密存放，可清除',
    sensitive(street, DUTY, afterResidency),
  ),
  element('person.maritalStatus', '婚姻状况', 'Marital status', '事项办理时申报', {
    ...personal(civilAffairs, DUTY, afterCase),
    codes: 'maritalStatus',
    onlyWhereItemAsks: true,
  }),
  element('person.nationality', '民族', 'Ethnic group', '仅在事项依据的法律要求时填报，不作筛选、不列名单', {
    ...sensitive(police, '事项依据的法律', afterCase),
    codes: 'nationality',
    onlyWhereItemAsks: true,
  }),
  element('person.income', '收入', 'Income', '社会救助申请时申报的家庭收入', {
    ...sensitive(civilAffairs, '社会救助暂行办法', afterCase),
    onlyWhereItemAsks: true,
  }),
  element('organisation.name', '单位名称', 'Name of organisation', '登记机关核准的名称', {
    owner: '市场监管',
    class: 'public',
    legalBasis: '企业信息公示暂行条例',
    retention: { years: null, after: 'never', source: '公开信息' },
  }),
  element('organisation.creditCode', '统一社会信用代码', 'Credit code', 'GB 32100-2015', {
    owner: '市场监管',
    class: 'public',
    legalBasis: '企业信息公示暂行条例',
    retention: { years: null, after: 'never', source: '公开信息' },
  }),
  element('organisation.address', '单位地址', 'Address of organisation', '登记的住所', {
    owner: '市场监管',
    class: 'public',
    legalBasis: '企业信息公示暂行条例',
    retention: { years: null, after: 'never', source: '公开信息' },
  }),
  element(
    'case.answers',
    '申请内容',
    'Answers of an application',
    '申请表所填内容，加密存放',
    sensitive(street, DUTY, afterCase),
  ),
  element('case.materials', '申请材料', 'Materials', '申请所附材料及其名称', sensitive(street, DUTY, afterCase)),
  element('case.note', '办理文字', 'Words of a case', '办理过程中所写文字，可清除', sensitive(street, DUTY, afterCase)),
  element('case.draft', '未提交的申请', 'Draft', '居民未提交的申请，加密存放', sensitive(street, CONSENT, withPurpose)),
  element('case.rating', '评价', 'Rating', '申请人对办理的评价', personal(street, CONSENT, afterCase)),
  element('case.notice', '通知', 'Notice', '发给当事人的通知及其参数', personal(street, DUTY, afterCase)),
  element(
    'account.name',
    '账号名称',
    'Name of account',
    '工作人员姓名或居民自定名称',
    personal(street, DUTY, afterAccount),
  ),
  element('account.staffNumber', '工号', 'Staff number', '工作人员的编号', {
    ...personal(street, DUTY, afterAccount),
    class: 'internal',
  }),
  element(
    'account.signIn',
    '登录凭据',
    'Credentials',
    '口令、动态码和会话的摘要或密文',
    sensitive(street, DUTY, afterAccount),
  ),
  element(
    'account.device',
    '登录环境',
    'Sign-in environment',
    '登录所用地址和浏览器，供发现异常',
    personal(street, DUTY, afterAccount),
  ),
  element('audit.trail', '查阅和办理记录', 'Audit trail', '谁在何时为何做了什么，只存编号', {
    ...personal('审计管理员', '个人信息保护法第五十四条', { years: 10, after: 'never', source: STREET }),
    class: 'internal',
  }),
  element(
    'audit.reason',
    '查阅理由',
    'Typed reason',
    '工作人员填写的理由，可清除',
    personal('审计管理员', '个人信息保护法第五十四条', { years: 3, after: 'never', source: STREET }),
  ),
]

const byKey = new Map(elements.map((one) => [one.key, one]))

export function elementOf(key: string): Element | undefined {
  return byKey.get(key)
}

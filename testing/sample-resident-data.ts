import type { ApplicationView, ApplyStart } from '#apps/resident/application-api.ts'
import type { ItemGuide } from '#apps/resident/item-api.ts'
import type { Street } from '#apps/resident/resident-api.ts'
import { checkDefinition } from '#kernel/forms/door.ts'

export const sampleStreet: Street = {
  id: null,
  name: '云栖区望江街道（虚构）',
  hotline: '12345',
  centre: { name: '社区事务受理服务中心', address: '望江路 1 号', hours: '周一至周五 9:00-16:30' },
  demo: true,
  today: '2026-03-02',
}

export const sampleEvents = [
  { key: 'retirement', name: '退休养老' },
  { key: 'hardship', name: '生活困难' },
]

const source = '办事指南（示例）'

export const sampleItems: ItemGuide[] = [
  {
    slug: 'elder-card',
    name: '敬老卡申领（老年综合津贴）',
    summary: '年满 65 周岁的本市户籍老人，每月领取津贴。',
    department: '市民政局',
    lifeEvents: ['retirement'],
    online: true,
    crossCity: true,
    applicants: ['self', 'guardian', 'agent'],
    conditions: [{ text: '年满 65 周岁的本市户籍市民', standing: 'sourced', source }],
    materials: [
      { text: '有效身份证', form: '原件', required: true, standing: 'sourced', source },
      { text: '近期照片', form: '1 张', required: false, standing: 'streetSetting' },
    ],
    steps: [
      [{ name: '受理', who: '任一街镇受理中心窗口', place: 'here' }],
      [
        {
          name: '市级审批',
          who: '市民政局',
          place: 'external',
          limit: { text: '30 个工作日', standing: 'sourced', source },
        },
      ],
      [{ name: '领卡', who: '本人或受委托人', place: 'here' }],
    ],
    process: ['带身份证到任何一个街镇的受理窗口。'],
    limits: [{ name: '承诺时限', stated: { text: '30 个工作日', standing: 'sourced', source } }],
    amounts: [
      { tier: '65-69 周岁', text: '75 元/人/月', year: '2021', standing: 'sourced', source },
      { tier: '100 周岁以上', text: '600 元/人/月', year: '2021', standing: 'unverified' },
    ],
    fee: { text: '免费', standing: 'sourced', source },
    hotlines: ['962200'],
    sources: [source],
    asksRules: true,
  },
  {
    slug: 'minimum-living',
    name: '城乡居民最低生活保障',
    summary: '收入低于标准的家庭，按月补足差额。',
    department: '市民政局',
    lifeEvents: ['hardship'],
    online: true,
    crossCity: true,
    applicants: ['self', 'guardian', 'agent', 'organisation'],
    conditions: [],
    materials: [],
    steps: [
      [{ name: '受理', who: '窗口', place: 'here' }],
      [
        { name: '入户调查', who: '居委会', place: 'here', limit: { text: '10 个工作日', standing: 'streetSetting' } },
        { name: '经济状况核对', who: '区核对中心', place: 'external' },
      ],
      [{ name: '公示', who: '居委会', place: 'here' }],
      [{ name: '审批', who: '区民政局', place: 'external' }],
    ],
    process: [],
    limits: [],
    amounts: [],
    hotlines: [],
    sources: [source],
    asksRules: false,
  },
]

const plain = { required: true, binding: null, width: 'medium', sensitive: false }

export const sampleStart: ApplyStart = {
  choices: ['self', 'guardian', 'agent', 'organisation'],
  self: null,
  wards: [{ id: 'w1', name: '余小昊' }],
  persons: [],
  form: checkDefinition({
    key: 'elder-card',
    version: 1,
    effective: { from: '2026-01-01', to: null },
    title: { 'zh-CN': '敬老卡申领' },
    fields: [
      {
        ...plain,
        key: 'bank',
        label: { 'zh-CN': '津贴发放银行' },
        type: 'choice',
        choices: [
          { value: 'icbc', label: { 'zh-CN': '工商银行' } },
          { value: 'bosc', label: { 'zh-CN': '上海银行' } },
        ],
      },
      { ...plain, key: 'byAgent', label: { 'zh-CN': '请人代领吗？' }, type: 'boolean' },
      {
        ...plain,
        key: 'collector',
        label: { 'zh-CN': '代领人姓名' },
        type: 'text',
        maxLength: 50,
        visibleWhen: 'byAgent',
      },
      { ...plain, key: 'phone', label: { 'zh-CN': '联系电话' }, type: 'phone' },
    ],
  }),
}

export const sampleApplications: ApplicationView[] = [
  {
    id: 'a1',
    number: 'A-310105005-2026-000017',
    itemName: '敬老卡申领（老年综合津贴）',
    itemSlug: 'elder-card',
    state: '等您补正',
    colour: 'yellow',
    next: '请在 2026-03-10 前补一份银行卡复印件',
    dueOn: '2026-04-14',
    needsMe: true,
    submittedAt: '2026-03-01T02:00:00Z',
    holder: '您',
    clock: { startedOn: '2026-03-02', dueOn: '2026-04-14', used: 8, total: 30, paused: true, provisional: true },
    files: [],
    ahead: [{ name: '市级审批', who: '市民政局', open: false }],
    timeline: [
      { at: '2026-03-01T02:00:00Z', title: '提交申请', colour: 'green' },
      { at: '2026-03-03T02:00:00Z', title: '要求补正', text: '银行卡复印件看不清。', by: '窗口受理', colour: 'yellow' },
    ],
    correction: {
      text: '请一次补齐。',
      materials: [{ key: 'card', name: '银行卡复印件', why: '上一份看不清卡号' }],
      until: '2026-03-10',
      uploads: true,
    },
    may: ['answerCorrection', 'withdraw', 'urge', 'receipt'],
    version: 3,
  },
  {
    id: 'a2',
    number: 'A-310105005-2026-000009',
    itemName: '城乡居民最低生活保障',
    itemSlug: 'minimum-living',
    state: '已办结',
    colour: 'green',
    next: '给这次服务打分',
    needsMe: false,
    submittedAt: '2026-01-05T02:00:00Z',
    holder: '已办结',
    files: [],
    ahead: [],
    timeline: [{ at: '2026-02-20T02:00:00Z', title: '办结', text: '予以保障。', by: '区民政局', colour: 'green' }],
    outcome: { good: true, text: '自 2026 年 3 月起按月发放。', remedy: '可在 60 日内向区人民政府申请行政复议' },
    may: ['rate'],
    version: 7,
  },
]

import type { FormDefinition } from '#kernel/forms/door.ts'
import type { Source } from '../contract.ts'
import { type ItemDefinition, localSetting, toVerify } from './item-definition.ts'

// Facts of the public guide, in our own words. The guide is some years old, so what it states may have changed since.
const guide: Source = {
  status: 'sourced',
  title: '敬老卡申领（老年综合津贴）办事指南（静安区临汾路街道自助机公布文本）',
  url: 'https://github.com/zhouzhuliang0901/wanda',
  asOf: '2021',
}

const form: FormDefinition = {
  key: 'elder-card',
  version: 1,
  effective: { from: '2016-01-01', to: null },
  title: { 'zh-CN': '敬老卡申领', en: 'Application for the senior card' },
  fields: [
    {
      key: 'bank',
      label: { 'zh-CN': '津贴发放银行', en: 'Bank that pays the allowance' },
      help: { 'zh-CN': '津贴由所选银行按月发放。' },
      type: 'choice',
      required: true,
      binding: null,
      width: 'medium',
      sensitive: false,
      choices: [
        { value: 'icbc', label: { 'zh-CN': '工商银行', en: 'ICBC' } },
        { value: 'bankOfShanghai', label: { 'zh-CN': '上海银行', en: 'Bank of Shanghai' } },
      ],
    },
    {
      key: 'delivery',
      label: { 'zh-CN': '领卡方式', en: 'How the card is collected' },
      type: 'choice',
      required: true,
      binding: null,
      width: 'medium',
      sensitive: false,
      choices: [
        { value: 'self', label: { 'zh-CN': '本人领取', en: 'In person' } },
        { value: 'authorised', label: { 'zh-CN': '委托他人领取', en: 'By somebody authorised' } },
      ],
    },
    {
      key: 'collectorName',
      label: { 'zh-CN': '受托领卡人姓名', en: 'Name of the one who collects' },
      help: { 'zh-CN': '领卡时须出示受托人身份证原件和有签名或盖章的委托书。' },
      type: 'text',
      required: true,
      binding: null,
      width: 'medium',
      sensitive: false,
      maxLength: 50,
      visibleWhen: 'delivery = "authorised"',
    },
    {
      key: 'contactPhone',
      label: { 'zh-CN': '联系电话', en: 'Contact phone' },
      type: 'phone',
      required: true,
      binding: { element: 'person.phone' },
      width: 'medium',
      sensitive: true,
    },
  ],
}

export const elderCard: ItemDefinition = {
  key: 'elder-card',
  body: {
    name: { 'zh-CN': '敬老卡申领（老年综合津贴）', en: 'Senior card (old-age allowance)' },
    plainName: {
      'zh-CN': '满 65 岁领敬老卡，每月有津贴',
      en: 'From 65 on: a senior card with a monthly allowance',
    },
    words: [
      '老年卡',
      '老人卡',
      '老年证',
      '敬老津贴',
      '老年津贴',
      '高龄津贴',
      '养老津贴',
      '老人补贴',
      '65岁',
      '六十五岁',
    ],
    department: {
      id: 'civil-affairs',
      name: '市民政局',
      source: { ...toVerify, title: '指南原文写作“市公安局”，待核实' },
    },
    lifeEvents: ['growingOld'],
    audience: ['person'],
    acceptance: 'onTheSpot',
    cityWide: true,
    sensitivity: 'ordinary',
    legalBasis: [{ title: '老年综合津贴的市级规定（文号待核实）', source: toVerify }],
    conditions: [
      {
        id: 'elder-card.age',
        version: 1,
        effective: { from: '2016-01-01', to: null },
        source: guide,
        condition: 'birthDate + duration("P65Y") <= on + duration("P1M")',
        reasons: {
          met: '已满 65 周岁，或离 65 周岁生日不到一个月，可以办理。',
          unmet: '还没到时候：65 周岁生日前一个月起可以办理。',
        },
      },
      {
        id: 'elder-card.registered',
        version: 1,
        effective: { from: '2016-01-01', to: null },
        source: guide,
        condition: 'registeredInCity',
        reasons: { met: '是本市户籍。', unmet: '这项津贴面向本市户籍的老人。' },
      },
    ],
    materials: [
      {
        key: 'idCard',
        name: { 'zh-CN': '本人有效身份证原件', en: 'The applicant’s valid ID card' },
        form: 'original',
        needed: true,
        source: guide,
      },
    ],
    form,
    boundElements: ['person.name', 'person.birthOn', 'person.registeredDivision', 'person.phone'],
    steps: [
      {
        key: 'cityReview',
        name: { 'zh-CN': '市级审批', en: 'Review by the city' },
        kind: 'external',
        stage: 1,
        holder: { post: 'windowClerk', at: 'subdistrict' },
        limitDays: 30,
        system: '市民政局老年综合津贴系统',
        // 多少天没有消息就提醒: 本街道设定. The states' names are the street's own until the system's list is known.
        staleAfterDays: 10,
        statusMap: {
          已收件: 'running',
          审核中: 'running',
          审批通过: 'approved',
          已制卡: 'approved',
          审批不通过: 'refused',
        },
        source: guide,
      },
    ],
    promisedLimit: { days: 30, source: guide },
    statutoryLimit: null,
    fee: { text: { 'zh-CN': '免费', en: 'Free of charge' }, source: guide },
    result: { 'zh-CN': '敬老卡', en: 'Senior card' },
    amounts: {
      meaning: 'paid',
      unit: '元/人/月',
      tiers: [
        { tier: '100 周岁以上', condition: 'age >= 100', yuan: 600 },
        { tier: '90—99 周岁', condition: 'age >= 90', yuan: 350 },
        { tier: '80—89 周岁', condition: 'age >= 80', yuan: 180 },
        { tier: '70—79 周岁', condition: 'age >= 70', yuan: 150 },
        { tier: '65—69 周岁', condition: 'age >= 65', yuan: 75 },
      ],
      source: guide,
    },
    period: {
      birthdays: [65, 70, 80, 90, 100],
      daysBefore: 30,
      source: { ...localSetting, title: '档位依办事指南；提前 30 天提醒为本街道设定' },
    },
    related: [],
    hotlines: ['962200', '962222'],
    process: [
      { 'zh-CN': '65 周岁生日前一个月起，带身份证原件到本市任何一个街镇的受理窗口，不限户籍地。' },
      { 'zh-CN': '材料齐全、没有特殊情况的，窗口当场受理，同时选定发放银行。' },
      { 'zh-CN': '材料转市里审批，30 个工作日。' },
      { 'zh-CN': '批准后本人凭身份证原件领卡；请人代领的，另带代领人身份证原件和有签名或盖章的委托书。' },
    ],
    source: guide,
  },
}

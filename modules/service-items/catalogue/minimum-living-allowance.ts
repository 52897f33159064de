import type { Source } from '../contract.ts'
import { type ItemDefinition, localSetting, toVerify } from './item-definition.ts'
import { minimumLivingAllowanceForm } from './minimum-living-allowance-form.ts'

const regulation: Source = { status: 'sourced', title: '《社会救助暂行办法》（国务院令第649号）', asOf: '2014-05-01' }
const standards: Source = {
  status: 'sourced',
  title: 'SHINE 2021-06-24；每年 7 月 1 日调整，2022 年 7 月起的标准待录入',
  url: 'https://www.shine.cn/news/metro/2106241064/',
  asOf: '2021-06-24',
}
const since2014 = { from: '2014-05-01', to: null }
const year2020 = { from: '2020-07-01', to: '2021-06-30' }
const year2021 = { from: '2021-07-01', to: '2022-06-30' }

export const minimumLivingAllowance: ItemDefinition = {
  key: 'minimum-living-allowance',
  body: {
    name: { 'zh-CN': '城乡居民最低生活保障', en: 'Minimum living allowance' },
    plainName: { 'zh-CN': '家里收入低，申请低保', en: 'Support for households with a low income' },
    words: ['低保', '低保户', '吃低保', '困难补助', '困难家庭', '没有收入', '生活困难', '救助'],
    department: { id: 'civil-affairs', name: '区民政局', source: regulation },
    lifeEvents: ['hardship'],
    audience: ['person'],
    acceptance: 'afterReview',
    cityWide: true,
    sensitivity: 'personal',
    legalBasis: [{ title: '《社会救助暂行办法》（国务院令第649号）', source: regulation }],
    conditions: [
      {
        id: 'minimum-living-allowance.registered',
        version: 1,
        effective: since2014,
        source: regulation,
        condition: 'registeredInCity',
        reasons: { met: '是本市户籍。', unmet: '低保向户籍所在地申请；外地户籍可先到窗口咨询临时救助。' },
      },
      {
        id: 'minimum-living-allowance.income',
        version: 1,
        effective: since2014,
        source: regulation,
        condition: 'perCapitaMonthlyIncome < minimumLivingStandard',
        reasons: {
          met: '家庭人均月收入低于现行低保标准；财产状况由核对确定。',
          unmet: '家庭人均月收入不低于现行低保标准；有特殊支出的，仍可到窗口咨询。',
        },
      },
    ],
    materials: [
      {
        key: 'idCards',
        name: { 'zh-CN': '家庭成员身份证原件', en: 'ID cards of the household’s members' },
        form: 'original',
        needed: true,
        source: toVerify,
      },
      {
        key: 'householdRegister',
        name: { 'zh-CN': '户口簿原件', en: 'Household register' },
        form: 'original',
        needed: true,
        source: toVerify,
      },
      {
        key: 'declaration',
        name: { 'zh-CN': '家庭收入和财产申报表', en: 'Declaration of income and property' },
        form: 'original',
        needed: true,
        source: toVerify,
      },
      {
        key: 'authorisation',
        name: { 'zh-CN': '家庭经济状况核对授权书', en: 'Authorisation of the means check' },
        form: 'original',
        needed: true,
        source: toVerify,
      },
    ],
    form: minimumLivingAllowanceForm,
    boundElements: ['person.name', 'person.birthOn', 'person.registeredDivision', 'person.address', 'person.phone'],
    steps: [
      {
        key: 'homeVisit',
        name: { 'zh-CN': '居委入户走访', en: 'Home visit by the committee' },
        kind: 'internal',
        stage: 1,
        holder: { post: 'committeeWorker', at: 'committee' },
        limitDays: 5,
        source: localSetting,
      },
      {
        key: 'meansCheck',
        name: { 'zh-CN': '家庭经济状况核对', en: 'Check of the household’s means' },
        kind: 'external',
        stage: 1,
        holder: { post: 'departmentApprover', at: 'subdistrict' },
        limitDays: 10,
        system: '居民家庭经济状况核对系统',
        staleAfterDays: 5,
        statusMap: { 已受理: 'running', 核对中: 'running', 符合: 'approved', 不符合: 'refused' },
        source: localSetting,
      },
      {
        key: 'publicNotice',
        name: { 'zh-CN': '公示', en: 'Public notice' },
        kind: 'internal',
        stage: 2,
        holder: { post: 'departmentApprover', at: 'subdistrict' },
        limitDays: 7,
        publicNotice: true,
        source: { ...localSetting, title: '公示为《社会救助暂行办法》所要求；天数为本街道设定，待核实' },
      },
      {
        key: 'districtDecision',
        name: { 'zh-CN': '区民政局审批', en: 'Decision by the district’s civil affairs bureau' },
        kind: 'external',
        stage: 3,
        holder: { post: 'districtOfficer', at: 'district' },
        limitDays: 10,
        system: '区民政局社会救助系统',
        staleAfterDays: 5,
        statusMap: { 已收件: 'running', 审批中: 'running', 批准: 'approved', 不予批准: 'refused' },
        source: localSetting,
      },
    ],
    promisedLimit: { days: 30, source: localSetting },
    statutoryLimit: null,
    fee: { text: { 'zh-CN': '不收费', en: 'Free of charge' }, source: localSetting },
    result: { 'zh-CN': '低保审批决定，批准的按月发给保障金', en: 'A decision; if approved, a monthly allowance' },
    amounts: {
      meaning: 'standard',
      unit: '元/人/月（保障标准，实发为标准减去家庭人均收入）',
      tiers: [
        { tier: '2021 年度，未成年人', condition: 'age < 18', yuan: 1730, effective: year2021 },
        { tier: '2021 年度', yuan: 1330, effective: year2021 },
        { tier: '2020 年度，未成年人', condition: 'age < 18', yuan: 1615, effective: year2020 },
        { tier: '2020 年度', yuan: 1240, effective: year2020 },
      ],
      source: standards,
    },
    period: {
      reviewMonths: 12,
      source: { ...localSetting, title: '定期复核为《社会救助暂行办法》所要求；每年一次为本街道设定' },
    },
    related: [
      {
        itemKey: 'elder-card',
        rule: {
          id: 'minimum-living-allowance.elder-card',
          version: 1,
          effective: since2014,
          source: localSetting,
          condition: 'age >= 65 and registeredInCity',
          reasons: {
            met: '已满 65 周岁且为本市户籍，可以同时申领敬老卡和老年综合津贴。',
            unmet: '未满 65 周岁或非本市户籍。',
          },
        },
      },
    ],
    hotlines: ['962200'],
    process: [
      { 'zh-CN': '由一位家庭成员代表全家提出申请，交齐材料，并同意核对家庭经济状况。' },
      { 'zh-CN': '居委上门了解家庭生活情况，同时由核对系统核对收入和财产，两项同步进行。' },
      { 'zh-CN': '在居住的社区公示，公示不出现身份证号码。' },
      { 'zh-CN': '报区民政局审批，结果通知申请人。' },
      { 'zh-CN': '享受低保后每年复核一次；家里人口、收入或财产有变化，请及时告知。' },
    ],
    source: { status: 'sourced', title: '市级事项目录与《社会救助暂行办法》；办理时限为本街道设定', asOf: '2021' },
  },
}

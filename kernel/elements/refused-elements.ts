export interface RefusedElement {
  key: 'politicalStatus' | 'religion' | 'biometrics' | 'personScore' | 'movement'
  reason: { zh: string; en: string }
}

const rules: readonly { refused: RefusedElement; label: RegExp }[] = [
  {
    refused: {
      key: 'politicalStatus',
      reason: {
        zh: '政治面貌与党组织信息不属于办理事项所需，不予导入',
        en: 'Political status and party membership serve no service here and are not imported',
      },
    },
    label: /政治面貌|党员|入党|党组织|党支部|党总支|党龄|党费|党内|党派|党籍|流动党|团员|入团|团组织/,
  },
  {
    refused: {
      key: 'religion',
      reason: {
        zh: '宗教信仰属于敏感个人信息，办理事项无此需要，不予导入',
        en: 'Religion is sensitive, serves no service here and is not imported',
      },
    },
    label: /宗教|信仰|信教|教徒|教派/,
  },
  {
    refused: {
      key: 'biometrics',
      reason: { zh: '不采集人脸、步态等生物特征', en: 'Faces, gait and other biometrics are not collected' },
    },
    label: /人脸|面部特征|步态|虹膜|指纹|声纹/,
  },
  {
    refused: {
      key: 'personScore',
      reason: { zh: '不对个人评分、分级或预测', en: 'Persons are not scored, graded or predicted' },
    },
    label: /信用分|个人积分评级|风险等级|危险等级|稳控|维稳|重点人员|前科/,
  },
  {
    refused: { key: 'movement', reason: { zh: '不记录个人行踪轨迹', en: 'Movements of persons are not recorded' } },
    label: /轨迹|行踪/,
  },
]

/** Why a column of a foreign file is dropped; undefined where it may be taken. Importers count what they drop. */
export function refusedElement(label: string): RefusedElement | undefined {
  const text = label.normalize('NFKC').replace(/\s/g, '')
  return rules.find((rule) => rule.label.test(text))?.refused
}

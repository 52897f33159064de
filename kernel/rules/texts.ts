import type { Texts } from '#platform/contract.ts'

export const texts: Texts = {
  'zh-CN': {
    'rules.place': '第 {from}–{to} 字“{excerpt}”：',
    'rules.error.syntax': '条件写法不完整或多了内容。请核对括号、引号以及 and、or 两侧是否齐全。',
    'rules.error.tooLong': '条件超过 2000 字。请拆成几条规则。',
    'rules.error.tooDeep': '条件嵌套超过 40 层。请拆成几条规则。',
    'rules.error.notAllowed':
      '此处不能使用这种写法。可用：比较、and、or、not、if、加减乘除、日期与时长、in、between、some、every、contains。',
    'rules.error.function':
      '没有这个函数。可用：not、contains、list contains、count、sum、min、max、date("…")、duration("…")。',
    'rules.error.notACondition': '这里应是可判断真假的条件。请写成比较，例如 age >= 65。',
    'rules.error.logicInside': '比较的两侧不能再写判断。请拆开，例如 (a > 1 and b) or (a <= 1 and c)。',
    'rules.error.factName':
      '事实名称只能是一个词，由字母、汉字、数字、下划线组成。请改为例如 birthDate 或 household.income。',
    'rules.error.literal':
      '日期请写成 date("2026-01-31")，时长请写成 duration("P65Y")；引号内须为真实存在的日期或时长。',
    'rules.error.constant': '这一部分不涉及任何事实，或两侧类型不同而无法比较。请改为与事实比较。',
    'rules.error.amount': '金额应为不小于 0、最多两位小数的数。请改正。',
    'rules.unknown': '现有信息不足，无法判断。还需要：{missing}。',
    'rules.notInForce': '该规则在所问日期未施行。',
  },
  'zh-Hant': {
    'rules.place': '第 {from}–{to} 字「{excerpt}」：',
    'rules.error.syntax': '條件寫法不完整或多了內容。請核對括號、引號以及 and、or 兩側是否齊全。',
    'rules.error.notACondition': '這裏應是可判斷真假的條件。請寫成比較，例如 age >= 65。',
    'rules.unknown': '現有資訊不足，無法判斷。還需要：{missing}。',
    'rules.notInForce': '該規則在所問日期未施行。',
  },
  en: {
    'rules.place': 'Characters {from}–{to} “{excerpt}”: ',
    'rules.error.syntax': 'Something is missing or left over. Check brackets, quotes and both sides of and, or.',
    'rules.error.tooLong': 'Longer than 2000 characters. Split it into several rules.',
    'rules.error.tooDeep': 'Nested more than 40 deep. Split it into several rules.',
    'rules.error.notAllowed':
      'This cannot be used here. Use comparisons, and, or, not, if, arithmetic, dates and durations, in, between, some, every, contains.',
    'rules.error.function':
      'No such function. Use not, contains, list contains, count, sum, min, max, date("…") or duration("…").',
    'rules.error.notACondition':
      'A condition that is true or false belongs here. Write a comparison such as age >= 65.',
    'rules.error.logicInside':
      'The sides of a comparison cannot hold conditions. Write them apart, such as (a > 1 and b) or (a <= 1 and c).',
    'rules.error.factName':
      'The name of a fact is one word of letters, digits and _. Write for example birthDate or household.income.',
    'rules.error.literal': 'Write days as date("2026-01-31") and durations as duration("P65Y"), with one that exists.',
    'rules.error.constant': 'This speaks of no fact, or compares two different types. Compare with a fact.',
    'rules.error.amount': 'An amount is a number of at least 0 with at most two decimals.',
    'rules.unknown': 'What is known does not suffice to decide. Still needed: {missing}.',
    'rules.notInForce': 'The rule is not in force on that day.',
  },
}

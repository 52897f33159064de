import { type Answer, type Field, formText } from '#kernel/forms/door.ts'
import { maskIdNumber } from '#kernel/registry/door.ts'
import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'

/** An answer as one reads it back: labels instead of keys, and no whole ID number. */
export function answerText(field: Field, answer: Answer | undefined, language: Language): string {
  if (answer === undefined || answer === '') return ''
  if (typeof answer === 'boolean') return formText(answer ? 'forms.yes' : 'forms.no', language)
  if (Array.isArray(answer)) return answer.map((one) => choiceText(field, one, language)).join('、')
  if (field.type === 'idNumber') return maskIdNumber(String(answer))
  if (field.type === 'amount') return `${answer} ${formText('forms.unitYuan', language)}`
  return choiceText(field, String(answer), language)
}

function choiceText(field: Field, value: string, language: Language): string {
  const choice = field.choices?.find((one) => one.value === value)
  return choice ? textIn(choice.label, language) : value
}

import type { FormDefinition } from './form-definition.ts'

/** Reads what a page without script sends: texts only. What cannot be read stays as it is, so that the check names it. */
export function readSubmission(
  definition: FormDefinition,
  sent: (name: string) => readonly string[],
): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const field of definition.fields) {
    const texts = sent(field.key).filter((text) => text.trim() !== '')
    const first = texts[0]
    if (first === undefined) continue
    if (field.type === 'file' || (field.type === 'choice' && field.many)) answers[field.key] = [...texts]
    else if (field.type === 'number' || field.type === 'amount') answers[field.key] = numberIn(first)
    else if (field.type === 'boolean') answers[field.key] = first === 'true' ? true : first === 'false' ? false : first
    else answers[field.key] = first
  }
  return answers
}

function numberIn(text: string): number | string {
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : text
}

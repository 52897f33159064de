import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import { formText } from '../form-error.ts'
import type { Provenance } from '../prefill.ts'

/** Where a prefilled value came from, in one line. */
export function originText({ source, asOf, masked }: Provenance, language: Language): string {
  const from = formText('forms.from', language, { source: textIn(source, language), asOf })
  return masked ? `${formText('forms.held', language, { masked })} ${from}` : from
}

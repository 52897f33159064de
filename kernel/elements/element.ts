/** How much harm a value can do in the wrong hands; `sensitive` as 个人信息保护法 §28 uses the word. */
export type ElementClass = 'public' | 'internal' | 'personal' | 'sensitive'

export interface Retention {
  /** years after the event; null: as long as the record itself is kept by law */
  years: number | null
  after: 'endOfResidency' | 'caseClosed' | 'accountClosed' | 'purposeEnded' | 'never'
  source: string
}

export interface Element {
  key: string
  label: { zh: string; en: string }
  definition: string
  /** the office that owns the field: discrepancies are its to settle */
  owner: string
  class: ElementClass
  legalBasis: string
  retention: Retention
  codes?: string
  /** asked in a form only where the item's own law asks; never a column of the registry, never a filter or a list */
  onlyWhereItemAsks?: true
}

/** All that is printed on a receipt. It is plain data, so that a receipt is drawn the same from a case or from a test. */
export interface ReceiptContent {
  number: string
  itemName: string
  subdistrict: string
  applicantName: string
  /** Already masked; a receipt never carries a whole document number. */
  applicantDocument: string
  agentName?: string
  /** Wall time of the subdistrict, e.g. `2026-03-02 09:41`. */
  acceptedAt: string
  acceptedBy?: string
  materials: { name: string; form: string }[]
  promisedLimit: string
  /** Absent when no clock runs, e.g. handled on the spot. */
  dueOn?: string
  /** The working-day table ends before this date, so the day may move. */
  provisional?: boolean
  ask: { place?: string; phone?: string; hours?: string }
  verifyUrl: string
}

export type ReceiptPaper = 'A5' | 'A4'

import type { OpenedApplication } from '#modules/applications/contract.ts'

/** What a form is given; it sends only what its action asks beyond case and step. */
export type ActionFormProps = {
  data: OpenedApplication
  stepId: string | null
  name: string
  busy: boolean
  onSend: (input: object) => void
  onClose: () => void
}

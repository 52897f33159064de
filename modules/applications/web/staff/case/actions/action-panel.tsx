import type { ComponentType } from 'react'
import type { CaseAnswer, OpenedApplication } from '#modules/applications/contract.ts'
import { useAct } from '#ui/api.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import type { Verb } from '../verbs.ts'
import { AcceptForm } from './accept-form.tsx'
import type { ActionFormProps } from './action-form-props.ts'
import { DecideStepForm } from './decide-step-form.tsx'
import { ExtendForm } from './extend-form.tsx'
import { ReceiveCorrectionForm } from './receive-correction-form.tsx'
import { RecordExternalForm } from './record-external-form.tsx'
import { RequestCorrectionForm } from './request-correction-form.tsx'
import { BareForm, ConcludeForm, DeclineForm, SuperviseForm, WithdrawForm } from './words-form.tsx'

const forms: Record<Verb, ComponentType<ActionFormProps>> = {
  accept: AcceptForm,
  decline: DeclineForm,
  requestCorrection: RequestCorrectionForm,
  receiveCorrection: ReceiveCorrectionForm,
  withdraw: WithdrawForm,
  conclude: ConcludeForm,
  claimStep: BareForm,
  releaseStep: BareForm,
  decideStep: DecideStepForm,
  recordExternal: RecordExternalForm,
  extend: ExtendForm,
  supervise: SuperviseForm,
}

/** The form in its place, sent with the version that was read, so that two who act at once do not overwrite each other. */
export function ActionPanel(props: {
  verb: Verb
  stepId: string | null
  name: string
  data: OpenedApplication
  onClose: () => void
}) {
  const { verb, stepId, data } = props
  const act = useAct<object, CaseAnswer>(`applications.${verb}`, { onDone: props.onClose })
  const Form = forms[verb]
  return (
    <section className="case-form" aria-label={props.name}>
      <ProblemAlert error={act.error} />
      <Form
        data={data}
        stepId={stepId}
        name={props.name}
        busy={act.isPending}
        onClose={props.onClose}
        onSend={(input) => act.send({ caseId: data.caseId, ...(stepId ? { stepId } : {}), ...input }, data.version)}
      />
    </section>
  )
}

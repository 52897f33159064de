import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { approveMinorFileInput } from '#modules/people/contract.ts'
import { useAct } from '#ui/api.tsx'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { ProblemAlert } from '#ui/state-views.tsx'
import { texts } from '../texts.ts'

/** The second person's word: yes at once, no with its reason. */
export function MinorFileDecision({ fileId }: { fileId: string }) {
  const t = useTexts(texts)
  const [reason, setReason] = useState('')
  const act = useAct<z.infer<typeof approveMinorFileInput>, unknown>('people.approveMinorFile')
  return (
    <div>
      <Field id={`refuse-${fileId}`} label={t.refuseReason} hint={t.refuseReasonHint}>
        <Input
          id={`refuse-${fileId}`}
          aria-describedby={`refuse-${fileId}-hint`}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <ProblemAlert error={act.error} />
      <div className="minor-file-acts">
        <Button type="primary" loading={act.isPending} onClick={() => act.send({ fileId, decision: 'approved' })}>
          {t.approve}
        </Button>
        <Button
          danger
          disabled={reason.trim() === '' || act.isPending}
          onClick={() => act.send({ fileId, decision: 'refused', reason: reason.trim() })}
        >
          {t.refuse}
        </Button>
      </div>
    </div>
  )
}

import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Field } from '#ui/field.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'
import type { ActionFormProps } from './action-form-props.ts'
import { FormFrame } from './form-frame.tsx'

type Missing = { key: string; why: string }

/** 一次告知: what the case knows to be missing is ticked already, and the notice is seen before it is sent. */
export function RequestCorrectionForm({ data, name, busy, onSend, onClose }: ActionFormProps) {
  const t = useTexts(texts)
  const [missing, setMissing] = useState<Missing[]>(() =>
    data.materials
      .filter((one) => one.needed && one.state === 'missing')
      .map((one) => ({ key: one.key, why: t.materialLacking(one.name) })),
  )
  const [other, setOther] = useState('')
  const all = [...missing, ...(other.trim() ? [{ key: 'other', why: other.trim() }] : [])]
  const ready = all.length > 0 && all.every((one) => one.why.trim())
  const tick = (key: string, ticked: boolean, why: string) =>
    setMissing((now) => (ticked ? [...now, { key, why }] : now.filter((one) => one.key !== key)))
  const explain = (key: string, why: string) =>
    setMissing((now) => now.map((one) => (one.key === key ? { key, why } : one)))
  return (
    <FormFrame name={name} busy={busy} disabled={!ready} onSubmit={() => onSend({ missing: all })} onClose={onClose}>
      <fieldset className="case-missing-choice">
        <legend className="field-label">{t.missingWhat}</legend>
        {data.materials.map((one) => {
          const row = missing.find((other) => other.key === one.key)
          return (
            <div key={one.key}>
              <Checkbox
                checked={Boolean(row)}
                onChange={(event) => tick(one.key, event.target.checked, t.materialLacking(one.name))}
              >
                {one.name}
              </Checkbox>
              {row ? (
                <Input
                  aria-label={`${one.name}：${t.missingWhy}`}
                  maxLength={2000}
                  value={row.why}
                  onChange={(event) => explain(one.key, event.target.value)}
                />
              ) : null}
            </div>
          )
        })}
      </fieldset>
      <Field id="missing-other" label={t.missingOther}>
        <Input.TextArea
          id="missing-other"
          maxLength={2000}
          value={other}
          onChange={(event) => setOther(event.target.value)}
        />
      </Field>
      <p className="field-label">{t.noticePreview}</p>
      <p className="case-notice" aria-live="polite">
        {ready
          ? t.oneNoticeText(data.itemName, all.map((one, index) => `${index + 1}. ${one.why}`).join('\n'))
          : t.chooseMissing}
      </p>
    </FormFrame>
  )
}

import { Button } from 'antd'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { KeyCap } from '#ui/key-cap.tsx'
import { useKeys } from '#ui/keys.ts'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../../../texts.ts'

/** Fields, one primary button that names its act, cancel; Ctrl+Enter sends, Escape leaves. */
export function FormFrame(props: {
  name: string
  busy: boolean
  danger?: boolean
  disabled?: boolean
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}) {
  const t = useTexts(texts)
  const form = useRef<HTMLFormElement>(null)
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!props.disabled && form.current?.reportValidity()) props.onSubmit()
  }
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), [])
  useKeys([
    { keys: 'Ctrl+Enter', label: props.name, run: submit },
    { keys: 'Escape', label: t.cancel, run: props.onClose },
  ])
  return (
    <form ref={form} onSubmit={submit}>
      {props.children}
      <div className="case-actions">
        <Button type="primary" danger={props.danger} htmlType="submit" loading={props.busy} disabled={props.disabled}>
          {props.name} <KeyCap>Ctrl+Enter</KeyCap>
        </Button>
        <Button onClick={props.onClose}>{t.cancel}</Button>
      </div>
    </form>
  )
}

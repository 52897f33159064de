import { useEffect, useRef } from 'react'

export type KeyBinding = { keys: string; label: string; run: () => void; enabled?: boolean }

/** Bound screens, innermost last: a drawer's keys win over the page beneath it. */
const scopes: { current: KeyBinding[]; exclusive: boolean }[] = []
let prefix = ''
let prefixTimer: ReturnType<typeof setTimeout> | undefined
const offKey = 'linli.single-keys-off'

export const singleKeysOff = () => localStorage.getItem(offKey) === '1'
export const setSingleKeysOff = (off: boolean) => localStorage.setItem(offKey, off ? '1' : '0')

function liveScopes() {
  const from = scopes.findLastIndex((scope) => scope.exclusive)
  return scopes.slice(Math.max(from, 0))
}

/** What the keyboard can do here and now, for the help panel. */
export function boundKeys(): KeyBinding[] {
  return liveScopes().flatMap((scope) => scope.current.filter((binding) => binding.enabled !== false))
}

function find(keys: string): KeyBinding | undefined {
  for (const scope of liveScopes().toReversed()) {
    const found = scope.current.find((binding) => binding.keys === keys && binding.enabled !== false)
    if (found) return found
  }
}

function isEditing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  if (!element?.matches) return false
  return element.matches('textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable=true]')
}

export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

function onKeyDown(event: KeyboardEvent) {
  // An input method composing Chinese owns its keys.
  if (event.isComposing) return
  // A control has used the key; but Ctrl+Enter means to send, also with a list of proposals open.
  if (event.defaultPrevented && !event.ctrlKey && !event.metaKey) return
  const name = keyName(event)
  const modified = name.startsWith('Ctrl+') || name.startsWith('Alt+') || name === 'Escape'
  if (!modified && (isEditing(event.target) || singleKeysOff())) return
  const onControl = (event.target as HTMLElement | null)?.matches?.('button, a, summary, [role=tab]')
  if (name === 'Enter' && onControl) return
  const binding = find(prefix ? `${prefix} ${name}` : name)
  clearTimeout(prefixTimer)
  const opensSequence =
    !prefix && !binding && liveScopes().some((s) => s.current.some((b) => b.keys.startsWith(`${name} `)))
  prefix = opensSequence ? name : ''
  if (opensSequence) prefixTimer = setTimeout(() => (prefix = ''), 1200)
  if (!binding) return
  event.preventDefault()
  binding.run()
}

/** `exclusive` (dialogs, drawers) silences the keys of everything beneath. */
export function useKeys(bindings: KeyBinding[], exclusive = false): void {
  const scope = useRef({ current: bindings, exclusive }).current
  scope.current = bindings
  useEffect(() => {
    if (scopes.length === 0) window.addEventListener('keydown', onKeyDown)
    scopes.push(scope)
    return () => {
      scopes.splice(scopes.indexOf(scope), 1)
      if (scopes.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [scope])
}

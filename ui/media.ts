import { useSyncExternalStore } from 'react'
import { width } from './tokens.ts'

const narrowQuery = `(max-width: ${width.narrow - 1}px)`

function subscribe(notify: () => void) {
  const media = window.matchMedia(narrowQuery)
  media.addEventListener('change', notify)
  return () => media.removeEventListener('change', notify)
}

export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(narrowQuery).matches,
    () => false,
  )
}

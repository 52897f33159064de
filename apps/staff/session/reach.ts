import { useSyncExternalStore } from 'react'

let reached = true
const listeners = new Set<() => void>()

export function tellReach(now: boolean): void {
  if (now === reached) return
  reached = now
  for (const listener of listeners) listener()
}

/** False as soon as the browser says that it is offline, or a call found nobody. */
export function useReached(): boolean {
  return useSyncExternalStore(
    (notify) => {
      const online = () => tellReach(true)
      const offline = () => tellReach(false)
      listeners.add(notify)
      window.addEventListener('online', online)
      window.addEventListener('offline', offline)
      return () => {
        listeners.delete(notify)
        window.removeEventListener('online', online)
        window.removeEventListener('offline', offline)
      }
    },
    () => reached,
  )
}

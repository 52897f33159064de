import type { QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** What the server says changed: ids only, never content; the screen asks again under its own rights. */
type LiveMessage = { topic?: string; topics?: string[] }

/** Messages come in bursts; the screens ask once after each. */
const gatherMs = 250

export function useLiveUpdates(queries: QueryClient, enabled: boolean, url = '/api/live'): void {
  useEffect(() => {
    if (!enabled) return
    const topics = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    let opened = false
    const source = new EventSource(url, { withCredentials: true })

    const flush = () => {
      timer = undefined
      const all = topics.size === 0
      const changed = new Set([...topics].map((topic) => topic.split(/[.:]/)[0]))
      topics.clear()
      queries.invalidateQueries({
        predicate: ({ queryKey }) => all || changed.has(String(queryKey[0])) || changed.has('cases'),
      })
    }
    const soon = () => {
      timer ??= setTimeout(flush, gatherMs)
    }
    source.onmessage = (event) => {
      const message = parse(event.data)
      for (const topic of message?.topics ?? (message?.topic ? [message.topic] : [])) topics.add(topic)
      if (topics.size > 0) soon()
    }
    // What happened while the line was down is unknown: ask everything again.
    source.onopen = () => {
      if (opened) soon()
      opened = true
    }
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [queries, enabled, url])
}

function parse(data: string): LiveMessage | null {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}

/** Pages that are the same for every visitor who has not signed in, kept for a few seconds: a rush on one guide is drawn once. */
export interface PageCache {
  get(key: string): string | undefined
  set(key: string, html: string): void
}

export function pageCache(seconds: number, most: number, now: () => number = () => performance.now()): PageCache {
  const kept = new Map<string, { html: string; until: number }>()
  return {
    get(key) {
      const found = kept.get(key)
      if (!found) return undefined
      if (found.until > now()) return found.html
      kept.delete(key)
      return undefined
    },
    set(key, html) {
      // The oldest goes first; addresses that nobody has are never kept, so strangers cannot push the others out for long.
      if (kept.size >= most) kept.delete(kept.keys().next().value as string)
      kept.set(key, { html, until: now() + seconds * 1000 })
    },
  }
}

/** A path of this site or the home page: what stands in `back=` may come from anybody. */
export function safePath(wish: string | null | undefined): string {
  if (!wish || !/^\/(?![/\\])/.test(wish) || /\p{Cc}|\\/u.test(wish)) return '/'
  const url = new URL(wish, 'http://here.invalid')
  return url.host === 'here.invalid' ? url.pathname + url.search + url.hash : '/'
}

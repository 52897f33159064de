/** A form counts only when it was on one of our pages. Old browsers send no Origin, but all send Referer to their own site. */
export function fromOwnPage(headers: { origin?: string; referer?: string; host?: string; site?: string }): boolean {
  if (headers.site && headers.site !== 'same-origin' && headers.site !== 'none') return false
  const sender = headers.origin && headers.origin !== 'null' ? headers.origin : headers.referer
  if (!sender || !headers.host) return false
  try {
    return new URL(sender).host === headers.host
  } catch {
    return false
  }
}

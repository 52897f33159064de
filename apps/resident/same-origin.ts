interface Headers {
  origin?: string
  referer?: string
  host?: string
  site?: string
}

/** A form counts only when it was on one of our pages. Old browsers send no Origin, but all send Referer to their own site. */
export function fromOwnPage(headers: Headers, publicOrigin: string): boolean {
  if (headers.site && headers.site !== 'same-origin' && headers.site !== 'none') return false
  const sender = headers.origin && headers.origin !== 'null' ? headers.origin : headers.referer
  if (!sender) return false
  try {
    const { host } = new URL(sender)
    return host === headers.host || host === new URL(publicOrigin).host
  } catch {
    return false
  }
}

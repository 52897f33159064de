/** `310***********123X`: the province stays to tell two cards apart, the date of birth goes. */
export function maskIdNumber(number: string): string {
  return keepEnds(number, 3, 4)
}

/** `199****1234` */
export function maskPhone(number: string): string {
  return keepEnds(number, 3, 4)
}

/** `张*`, `欧**`: for pages that everybody reads. Counts characters, not code units, so rare ones stay whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name
  return first + '*'.repeat(Math.max(1, rest.length))
}

function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length)
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)
}

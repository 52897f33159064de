const REGIONS: ReadonlyArray<{ code: string; national: RegExp }> = [
  { code: '86', national: /^1[3-9]\d{9}$/ },
  { code: '852', national: /^[4-9]\d{7}$/ },
  { code: '853', national: /^6\d{7}$/ },
  { code: '886', national: /^9\d{8}$/ },
]

/** One form for one phone (`13800000000` as in the registry, `+85291234567` from beyond), however it was typed; null when no code can reach it. */
export function normalisePhone(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/[\s().-]/g, '')
  const digits = plain.replace(/^(\+|00)/, '')
  if (!/^\d{8,15}$/.test(digits)) return null
  if (digits === plain && REGIONS[0]?.national.test(digits)) return digits
  for (const region of REGIONS) {
    const national = digits.startsWith(region.code) ? digits.slice(region.code.length).replace(/^0/, '') : ''
    if (region.national.test(national)) return region.code === '86' ? national : `+${region.code}${national}`
  }
  return null
}

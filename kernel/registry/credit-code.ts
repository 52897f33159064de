const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeRefusal = 'length' | 'characters' | 'checkCharacter'
export type CreditCodeResult = { ok: true; code: string } | { ok: false; reason: CreditCodeRefusal }

/** Unified social credit code (统一社会信用代码), GB 32100-2015. */
export function checkCreditCode(input: string): CreditCodeResult {
  const code = input.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
  if (code.length !== 18) return { ok: false, reason: 'length' }
  if (![...code].every((character) => ALPHABET.includes(character))) return { ok: false, reason: 'characters' }
  if (!/^[0-9A-Y][0-9A-Y]\d{6}/.test(code)) return { ok: false, reason: 'characters' }
  if (creditCheckCharacter(code) !== code[17]) return { ok: false, reason: 'checkCharacter' }
  return { ok: true, code }
}

export function creditCheckCharacter(code: string): string {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += ALPHABET.indexOf(code[index]!) * WEIGHTS[index]!
  return ALPHABET[(31 - (sum % 31)) % 31]!
}

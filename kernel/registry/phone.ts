export type PhoneKind = 'mobile' | 'landline'
export type PhoneResult = { ok: true; number: string; kind: PhoneKind } | { ok: false; reason: 'characters' | 'shape' }

/** Numbers are portable between carriers, so only the shape is checked. Landlines keep their area code: 02162512345. */
export function checkPhone(input: string, homeAreaCode = '021'): PhoneResult {
  const text = input
    .normalize('NFKC')
    .replace(/[\s()（）-]/g, '')
    .replace(/^(\+|00)86/, '')
  if (!/^\d+$/.test(text)) return { ok: false, reason: 'characters' }
  if (/^1[3-9]\d{9}$/.test(text)) return { ok: true, number: text, kind: 'mobile' }
  if (/^0\d{2,3}[2-9]\d{6,7}$/.test(text)) return { ok: true, number: text, kind: 'landline' }
  if (/^[2-9]\d{7}$/.test(text)) return { ok: true, number: `${homeAreaCode}${text}`, kind: 'landline' }
  return { ok: false, reason: 'shape' }
}

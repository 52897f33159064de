/** First two digits of GB/T 2260 codes that ID numbers carry; a number keeps the code of its day of issue for life. */
export const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '),
)

/** Residence permits of Hong Kong, Macao and Taiwan residents (港澳台居民居住证) have these and no finer codes. */
export const permitAreas: ReadonlyMap<string, 'hongKong' | 'macao' | 'taiwan'> = new Map([
  ['810000', 'hongKong'],
  ['820000', 'macao'],
  ['830000', 'taiwan'],
])

/** No division has this code: numbers with it belong to no real person and serve demonstration and tests. */
export const syntheticArea = '310198'

// Where every code ever used is known (abolished districts too), an unlisted one is refused; elsewhere only the
// shape is checked, because refusing a real number from an abolished county would shut out its holder.
const completeLists: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    '31',
    new Set(
      [
        '310101 310102 310103 310104 310105 310106 310107 310108 310109 310110 310111 310112 310113 310114 310115',
        '310116 310117 310118 310119 310120 310151 310221 310222 310223 310224 310225 310226 310227 310228 310229 310230',
      ]
        .join(' ')
        .split(' '),
    ),
  ],
])

export function isPlausibleArea(code: string): boolean {
  const province = code.slice(0, 2)
  if (!provinces.has(province)) return false
  const complete = completeLists.get(province)
  if (complete) return complete.has(code)
  return code.slice(2, 4) !== '00' && code.slice(4) !== '00'
}

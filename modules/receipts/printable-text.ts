/** What the font cannot draw is said, not dropped: an empty box on a receipt would be somebody's name. */
export function printableText(text: string, hasGlyph: (codePoint: number) => boolean): string {
  let out = ''
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) as number
    if (codePoint < 0x20 || hasGlyph(codePoint)) out += character
    else if (!isJoiner(codePoint)) out += `（字形缺 U+${codePoint.toString(16).toUpperCase()}）`
  }
  return out
}

/** Variation selectors and zero-width marks choose among glyphs; without them the base character still reads. */
function isJoiner(codePoint: number): boolean {
  return (
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef) ||
    (codePoint >= 0x200b && codePoint <= 0x200f)
  )
}

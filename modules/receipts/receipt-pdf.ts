import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'
import { printableText } from './printable-text.ts'
import type { ReceiptContent, ReceiptPaper } from './receipt-content.ts'
import { receiptTexts as t } from './receipt-texts.ts'

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts')
const fontFiles = { body: 'NotoSansHans-Regular.otf', strong: 'NotoSansHans-Medium.otf' } as const
// 8 MB each: read once for the process, at the first receipt.
const fonts = new Map<string, Buffer>()

function fontBytes(name: keyof typeof fontFiles): Buffer {
  const known = fonts.get(name)
  if (known) return known
  const bytes = readFileSync(join(fontFolder, fontFiles[name]))
  fonts.set(name, bytes)
  return bytes
}

interface DrawnFont {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/** Draws a receipt. The fonts are embedded as subsets, so that rare name characters print on any machine. */
export function renderReceipt(content: ReceiptContent, paper: ReceiptPaper = 'A5'): Promise<Buffer> {
  const scale = paper === 'A4' ? 1.25 : 1
  const margin = 36 * scale
  const doc = new PDFDocument({
    size: paper,
    margin,
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: `${t.title} ${content.number}`, Author: content.subdistrict },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  doc.registerFont('body', fontBytes('body'))
  doc.registerFont('strong', fontBytes('strong'))

  const width = doc.page.width - margin * 2
  const label = 76 * scale
  const structure = doc.struct('Document')
  doc.addStructure(structure)

  const print = (
    tag: string,
    font: keyof typeof fontFiles,
    size: number,
    text: string,
    options: object,
    x?: number,
  ) => {
    structure.add(
      doc.struct(tag, {}, () => {
        doc.font(font).fontSize(size * scale)
        const known = (code: number) => (doc as unknown as DrawnFont)._font.font.hasGlyphForCodePoint(code)
        doc.text(printableText(text, known), x ?? margin, undefined, options)
      }),
    )
  }
  const row = (name: string, value: string) => {
    const top = doc.y
    doc.fillColor('#56616a')
    print('P', 'body', 10.5, name, { width: label - 4 })
    const labelEnd = doc.y
    doc.y = top
    doc.fillColor('#1f2a30')
    print('P', 'body', 10.5, value, { width: width - label, lineGap: 1.5 * scale }, margin + label)
    doc.y = Math.max(doc.y, labelEnd) + 4.5 * scale
  }

  doc.fillColor('#1f2a30')
  print('P', 'body', 10.5, content.subdistrict, { width, align: 'center' })
  print('H1', 'strong', 19, t.title, { width, align: 'center' })
  doc.y += 8 * scale
  rule(doc, margin, width)
  row(t.number, content.number)
  row(t.item, content.itemName)
  row(t.applicant, content.applicantName)
  row(t.document, content.applicantDocument)
  if (content.agentName) row(t.agent, content.agentName)
  row(
    t.acceptedAt,
    content.acceptedBy ? `${content.acceptedAt}　${t.acceptedBy}：${content.acceptedBy}` : content.acceptedAt,
  )
  row(t.materials, materialLines(content.materials))
  row(t.promisedLimit, content.promisedLimit)
  row(t.dueOn, content.dueOn ? `${content.dueOn}${content.provisional ? t.provisional : ''}` : t.onTheSpot)
  row(t.ask, [content.ask.place, content.ask.phone, content.ask.hours].filter(Boolean).join('\n'))

  const qrSize = 84 * scale
  if (doc.y + qrSize + 30 * scale > doc.page.height - margin) doc.addPage()
  rule(doc, margin, width)
  const top = doc.y
  structure.add(
    doc.struct('Figure', { alt: `${t.verify} ${content.verifyUrl}` }, () =>
      drawQr(doc, content.verifyUrl, margin, top, qrSize),
    ),
  )
  const side = { width: width - qrSize - 14 * scale, lineGap: 2 * scale }
  doc.y = top + 6 * scale
  print('P', 'body', 9.5, t.verify, side, margin + qrSize + 14 * scale)
  print('P', 'body', 9.5, t.keep, side, margin + qrSize + 14 * scale)
  doc.fillColor('#56616a')
  print('P', 'body', 7, content.verifyUrl, side, margin + qrSize + 14 * scale)
  doc.end()
  return done
}

function materialLines(materials: ReceiptContent['materials']): string {
  if (materials.length === 0) return t.noMaterials
  return materials.map(({ name, form }, at) => `${at + 1}. ${name}${form ? `（${form}）` : ''}`).join('\n')
}

function rule(doc: PDFKit.PDFDocument, x: number, width: number): void {
  doc.markContent('Artifact')
  doc
    .moveTo(x, doc.y)
    .lineTo(x + width, doc.y)
    .lineWidth(0.6)
    .strokeColor('#8a857b')
    .stroke()
  doc.endMarkedContent()
  doc.y += 8
}

/** Drawn as squares, not as an image, so that it stays sharp on any printer. */
function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' })
  const cell = size / modules.size
  for (let line = 0; line < modules.size; line += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(line, column)) doc.rect(x + column * cell, y + line * cell, cell, cell)
    }
  }
  doc.fillColor('#000000').fill()
}

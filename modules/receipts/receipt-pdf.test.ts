import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { ReceiptContent } from './receipt-content.ts'
import { renderReceipt } from './receipt-pdf.ts'

const content: ReceiptContent = {
  number: '310105005-20260302-000017',
  itemName: '敬老卡申领（老年综合津贴）',
  subdistrict: '上海市长宁区周家桥街道',
  applicantName: '李䶮㛃㵘𠅤𨱔',
  applicantDocument: '3109***********21X',
  agentName: '王𠮷',
  acceptedAt: '2026-03-02 09:41',
  acceptedBy: '窗口 3',
  materials: [{ name: '有效身份证', form: '原件核验' }],
  promisedLimit: '30 个工作日',
  dueOn: '2026-04-14',
  provisional: true,
  ask: { place: '街道社区事务受理服务中心', phone: '88590', hours: '周一至周六 9:00-16:30' },
  verifyUrl: 'https://linli.example/verify/AAAAAAAAAAAAAAAAAAAAAA',
}

/** The ToUnicode maps of the embedded fonts: what a reader or a copy-and-paste gets back. */
function embeddedCharacters(pdf: Buffer): string {
  const raw = pdf.toString('latin1')
  let text = ''
  for (const match of raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)) {
    let body: string
    try {
      body = inflateSync(Buffer.from(match[1] as string, 'latin1')).toString('latin1')
    } catch {
      continue
    }
    if (!body.includes('beginbfrange') && !body.includes('beginbfchar')) continue
    for (const hex of body.matchAll(/<((?:[0-9a-fA-F]{4} ?){1,2})>/g)) {
      const units = (hex[1] as string).match(/\w{4}/g) as string[]
      text += String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
    }
  }
  return text
}

test('rare name characters are embedded and one without a glyph is named', async () => {
  const pdf = await renderReceipt(content)
  const characters = embeddedCharacters(pdf)
  for (const character of '䶮㛃㵘𠅤𨱔') expect(characters).toContain(character)
  expect(characters).not.toContain('𠮷')
  for (const character of '字形缺') expect(characters).toContain(character)
})

test('a receipt is one page with embedded font subsets, on A5 and on A4', async () => {
  for (const [paper, box] of [
    ['A5', '419.53 595.28'],
    ['A4', '595.28 841.89'],
  ] as const) {
    const raw = (await renderReceipt(content, paper)).toString('latin1')
    expect(raw).toContain(`/MediaBox [0 0 ${box}]`)
    expect(raw).toMatch(/\/FontFile3/)
    expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(raw).toContain('/Lang (zh-CN)')
    expect(raw.length).toBeLessThan(200_000)
  }
})

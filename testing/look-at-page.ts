import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const shots = process.env.LINLI_TEST_SHOTS

/** No barrier for anybody, no sideways scrolling, and a picture when asked for. */
export async function lookAtPage(page: Page, name: string): Promise<void> {
  expect(await violationsOn(page), name).toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

/** What axe finds on a page as it stands, each with its elements; empty when all is well. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    interface Violation {
      id: string
      nodes: { html: string }[]
    }
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
    const { violations } = await axe.run()
    return violations.map(
      (one) =>
        `${one.id}: ${one.nodes
          .map((node) => node.html)
          .join(' ')
          .slice(0, 300)}`,
    )
  })
}

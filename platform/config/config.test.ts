import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { distance } from './nearest.ts'
import { configurationReference } from './reference.ts'

describe('configuration', () => {
  test('has defaults for everything, with the keys beside the data folder', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, role: 'all', demo: true, database: { kind: 'embedded' } })
    expect(config.keysFolder).toBe(`${path.resolve('data')}-keys`)
  })

  test('an unknown LINLI_ setting is named together with the nearest known one', () => {
    expect(() => readConfig({ LINLI_DATTA: '/x' })).toThrow('unknown setting LINLI_DATTA; did you mean LINLI_DATA?')
  })

  test('a wrong value is named and not repeated', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://me:secret@host/db' })).toThrow(/^(?!.*secret).*DATABASE_URL/)
    expect(() => readConfig({ PORT: '70000' })).toThrow('the value of PORT is wrong')
  })

  test('keys may not lie inside the data folder', () => {
    expect(() => readConfig({ LINLI_DATA: '/srv/linli', LINLI_KEYS: '/srv/linli/keys' })).toThrow('outside LINLI_DATA')
    expect(readConfig({ LINLI_DATA: '/srv/linli', LINLI_KEYS: '/srv/linli-keys' }).keysFolder).toBe('/srv/linli-keys')
  })

  test('another database means no demo data', () => {
    const env = { DATABASE_URL: 'postgres://linli_owner:x@db/linli' }
    expect(readConfig(env).demo).toBe(false)
    expect(() => readConfig({ ...env, LINLI_DEMO: 'true' })).toThrow('refused with another database')
  })

  test('a web process alone needs another database and not its owner', () => {
    expect(() => readConfig({ LINLI_ROLE: 'web' })).toThrow('LINLI_WEB_DATABASE_URL')
    const config = readConfig({ LINLI_ROLE: 'web', LINLI_WEB_DATABASE_URL: 'postgres://linli_web:x@db/linli' })
    expect(config.database).toMatchObject({ kind: 'outside', ownerUrl: undefined })
  })

  test('its reference page is current: npm run config:docs', async () => {
    const page = await readFile(path.resolve(import.meta.dirname, '../../docs/operate/configuration.md'), 'utf8')
    expect(page).toBe(configurationReference())
  })
})

test('the distance between words is a metric', () => {
  const word = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(word, word, word, (a, b, c) => {
      expect(distance(a, a)).toBe(0)
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c))
    }),
  )
})

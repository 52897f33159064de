import { z } from 'zod'
import { settings } from './settings.ts'

interface SettingSchema {
  description?: string
  default?: unknown
  enum?: string[]
  type?: string
  minimum?: number
  maximum?: number
}

/** The page docs/operate/configuration.md, from the same schema that the server reads. */
export function configurationReference(): string {
  const { properties } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as {
    properties: Record<string, SettingSchema>
  }
  const rows = Object.entries(properties).map(
    ([name, setting]) =>
      `| \`${name}\` | ${valuesOf(setting)} | ${defaultOf(setting)} | ${setting.description ?? ''} |`,
  )
  return `# Configuration / 设置

Made from \`platform/config/settings.ts\` by \`npm run config:docs\`; do not edit. Settings are environment variables.
An unknown \`LINLI_*\` stops the start. 设置即环境变量；未知的 \`LINLI_*\` 会阻止启动。

| name / 名称 | value / 取值 | default / 默认 | meaning / 含义 |
|---|---|---|---|
${rows.join('\n')}
`
}

function valuesOf(setting: SettingSchema): string {
  if (setting.enum) return setting.enum.map((value) => `\`${value}\``).join(', ')
  if (setting.minimum !== undefined) return `${setting.minimum} to ${setting.maximum}`
  return 'text'
}

function defaultOf(setting: SettingSchema): string {
  return setting.default === undefined ? '' : `\`${setting.default}\``
}

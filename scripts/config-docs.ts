import { writeFile } from 'node:fs/promises'
import { configurationReference } from '#platform/config/reference.ts'

await writeFile(new URL('../docs/operate/configuration.md', import.meta.url), configurationReference())

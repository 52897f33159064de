import { texts as access } from '#kernel/access/door.ts'
import { texts as approvals } from '#kernel/approvals/door.ts'
import { texts as cases } from '#kernel/cases/door.ts'
import { texts as files } from '#kernel/files/door.ts'
import { identityTexts as identity } from '#kernel/identity/door.ts'
import { ruleTexts as rules } from '#kernel/rules/door.ts'
import type { Texts } from '#platform/contract.ts'
import { type Catalogue, catalogueOf } from '#platform/http/texts.ts'
import { texts as platform } from '#platform/texts.ts'
import { modules } from './modules.ts'

/** Every folder's own texts, put together once. */
export const catalogue: Catalogue = catalogueOf([
  platform,
  access,
  approvals,
  cases,
  files,
  identity,
  rules,
  ...modules.map((module) => module.texts).filter((texts): texts is Texts => texts !== undefined),
])

import path from 'node:path'
import { eachActionHasItsTest } from './each-action-has-its-test.ts'
import { tableOwnership } from './table-ownership.ts'

/** `npm run check`, the part that is Linli's own. */
const root = path.resolve(import.meta.dirname, '../..')
const problems = [...(await tableOwnership(root)), ...(await eachActionHasItsTest(root))]
for (const problem of problems) console.error(problem)
console.log(`structure: ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)

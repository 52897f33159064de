import path from 'node:path'
import { sourceFiles, testFiles } from './source-files.ts'

const ACTION = /=\s*(?:defineAction|actOn\w+)\(\s*\{\s*name:\s*'(\w+)'/g

/** Every action is called by its full name (`applications.accept`) in a test of its own module. */
export async function eachActionHasItsTest(root: string): Promise<string[]> {
  const tests = await testFiles(root)
  const problems: string[] = []
  for (const file of await sourceFiles(root, ['modules/**/*.ts'])) {
    const module = file.path.split('/')[1]!
    const own = tests.filter((test) => test.path.startsWith(`modules/${module}/`) || test.path.startsWith('tests/'))
    for (const [, verb] of file.text.matchAll(ACTION)) {
      const operation = `${module}.${verb}`
      if (!own.some((test) => test.text.includes(`'${operation}'`) || test.text.includes(`'${verb}'`))) {
        problems.push(`${file.path} defines ${operation}, which no test of ${path.dirname(file.path)} calls`)
      }
    }
  }
  return problems
}

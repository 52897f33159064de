import { checkDatabase } from '../doctor/check-database.ts'
import { checkMachine } from '../doctor/check-machine.ts'
import type { Finding } from '../doctor/finding.ts'
import type { Command } from './command.ts'
import { withDatabase } from './with-database.ts'

const MARKS = { ok: '✓ ok  ', warn: '! warn', fail: '✗ fail' } as const

export const doctorCommand: Command = {
  summary: '检查运行条件并给出补救办法 / check that everything needed is in order',
  help: `doctor

One line per check: ok, warn or fail, with its remedy. Ends with 1 when a check failed.
`,
  async run({ config, say, progress }) {
    const findings: Finding[] = await checkMachine(config)
    // A database that cannot be started would only repeat what its folder already says.
    if (findings.every(({ state, about }) => state !== 'fail' || about !== 'data')) {
      findings.push(...(await withDatabase(config, progress, checkDatabase).catch(unreachable)))
    }
    for (const { state, what, remedy } of findings) say(`${MARKS[state]}  ${what}${remedy ? ` → ${remedy}` : ''}`)
    return findings.some(({ state }) => state === 'fail') ? 1 : 0
  },
}

function unreachable(error: Error): Finding[] {
  return [{ state: 'fail', about: 'database', what: `数据库 / database: ${error.message}` }]
}

import { parseArgs } from 'node:util'
import { readConfig } from '#platform/config/config.ts'
import { nearest } from '#platform/config/nearest.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { exitWith } from '../exit.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'

/** `npm run linli -- <command>` */
try {
  process.exit(await runCommand(process.argv.slice(process.argv.indexOf('linli') + 1)))
} catch (error) {
  exitWith(error)
}

async function runCommand([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return listCommands()
  const load = commands[name]
  if (!load) {
    const closest = nearest(name, Object.keys(commands))
    throw new StartProblem(`没有命令 ${name}，是否指 ${closest}？ / no command ${name}; did you mean ${closest}?`)
  }
  const command = await load()
  const { values, positionals } = parse(name, command, args)
  if (values.help) {
    console.log(`npm run linli -- ${command.help.trim()}`)
    return 0
  }
  return command.run({
    config: readConfig(process.env),
    values,
    words: positionals,
    say: (line) => console.log(line),
    progress: (line) => console.error(line),
  })
}

function parse(name: string, command: Command, args: string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    throw new StartProblem(`${(error as Error).message} / npm run linli -- ${name} --help`)
  }
}

async function listCommands(): Promise<number> {
  console.log('npm run linli -- <command> [--help]\n')
  for (const [name, load] of Object.entries(commands)) console.log(`  ${name.padEnd(14)}${(await load()).summary}`)
  return 0
}

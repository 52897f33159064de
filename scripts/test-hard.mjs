// `npm run test:hard -- --scale compass`: larger sizes than those that the issues name. Anything else goes to vitest as it is.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const args = process.argv.slice(2)
const at = args.indexOf('--scale')
const scale = at < 0 ? 'named' : args.splice(at, 2)[1]
if (!['named', 'compass'].includes(scale)) {
  console.error('--scale 应为 named 或 compass / --scale takes named or compass')
  process.exit(1)
}
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const child = spawn(process.execPath, [vitest, 'run', '-c', 'vitest.hard.config.ts', ...args], {
  stdio: 'inherit',
  env: { ...process.env, TEST_SCALE: scale },
})
child.once('close', (code) => process.exit(code ?? 1))

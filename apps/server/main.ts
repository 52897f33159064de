import { systemClock, testClock } from '#platform/clock.ts'
import { readConfig } from '#platform/config/config.ts'
import { createLogger } from '#platform/log.ts'
import { exitWith, stopOnSignal } from './exit.ts'
import { startServer } from './start-server.ts'

/** `npm start`: reads the settings, starts what the role asks for, and stops all of it on Ctrl-C. */
try {
  const config = readConfig(process.env)
  const server = await startServer({
    config,
    log: createLogger({ level: config.log }),
    clock: config.testClock ? testClock(config.testClock) : systemClock,
    progress: (line) => console.error(`邻里 Linli · ${line}`),
    signal: stopOnSignal(),
  })
  await server?.ended
  process.exit(0)
} catch (error) {
  exitWith(error)
}

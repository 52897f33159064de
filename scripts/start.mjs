// Plain JavaScript that any Node understands, so that a too old one can say so in one sentence.
var needed = 24
var major = Number(process.versions.node.split('.')[0])

if (major < needed) {
  console.error(
    'Node ' +
      process.versions.node +
      ' 太旧，需要 ' +
      needed +
      ' 或更新 / Node ' +
      process.versions.node +
      ' is too old: Linli needs ' +
      needed +
      ' or newer; run it with "npm ci && npm start", which brings its own',
  )
  process.exit(1)
}

import('./start-typescript.mjs').then((start) =>
  start.run(process.argv[2] === 'linli' ? '../apps/server/cli/main.ts' : '../apps/server/main.ts'),
)

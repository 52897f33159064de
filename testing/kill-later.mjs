// A process of its own: `node kill-later.mjs PID MILLISECONDS` ends another one without any warning.
const [pid, after] = process.argv.slice(2).map(Number)
setTimeout(() => process.kill(pid, 'SIGKILL'), after)

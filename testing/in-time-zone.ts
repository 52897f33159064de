import { execFileSync } from 'node:child_process'

/** Runs a probe file in a process of its own under TZ and returns what it prints: TZ is read once, at the start. */
export function inTimeZone(zone: string, probe: URL): string {
  return execFileSync(process.execPath, ['--import', 'tsx', probe.pathname], {
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
  }).trim()
}

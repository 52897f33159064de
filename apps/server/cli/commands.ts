import type { Command } from './command.ts'

/** All commands, one line each; a command is loaded when it is called. */
export const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  restore: async () => (await import('./restore.ts')).restoreCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  'create-admin': async () => (await import('./create-admin.ts')).createAdminCommand,
  'verify-audit': async () => (await import('./verify-audit.ts')).verifyAuditCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
}

import { sql } from 'kysely'
import { z } from 'zod'
import { defineJob } from '#kernel/jobs/door.ts'
import type { Clock } from '#platform/clock.ts'
import type { Tx } from '#platform/contract.ts'
import type { Notice } from './notify.ts'

export interface Reminder extends Omit<Notice, 'at'> {
  /** One reminder per key: setting it again replaces it. */
  key: string
  dueAt: string
}

export async function remind(tx: Tx, { key, to, template, params, caseId, dueAt }: Reminder): Promise<void> {
  await sql`
    select notifications.remind(${key}, ${to}, ${template}, ${JSON.stringify(params)}::jsonb, ${caseId ?? null}::uuid, ${dueAt}::timestamptz)
  `.execute(tx)
}

/** False if it was told already or never set. */
export async function forgetReminder(tx: Tx, key: string): Promise<boolean> {
  const { rows } = await sql<{ forgotten: boolean }>`select notifications.forget(${key}) as forgotten`.execute(tx)
  return rows[0]!.forgotten
}

/** Turns all due reminders into notices and outbox rows, in the database; returns how many. */
export async function tellDueReminders(tx: Tx, now: string): Promise<number> {
  const { rows } = await sql<{ told: number }>`select notifications.tell_due(${now}::timestamptz) as told`.execute(tx)
  return Number(rows[0]!.told)
}

export const remindJob = (clock: Clock) =>
  defineJob({
    name: 'notifications.remind',
    cron: '* * * * *',
    input: z.object({}),
    async run(_input, { runAsSystem, log }) {
      const told = await runAsSystem((tx) => tellDueReminders(tx, clock.now()))
      if (told) log.info('reminders told', { told })
    },
  })

import type pg from 'pg'

/** Whatever a cut-off or an earlier telling of the stories left behind; accounts and posts stay. */
export async function clearCases(owner: pg.Client): Promise<void> {
  await owner.query(
    `truncate cases."case", cases.number_counter, applications.period_reminder, notifications.notice, notifications.reminder,
       residents.draft, identity.binding, identity.posted_code, registry.find_use, registry.find_hit, people.minor_file, demo.resident cascade`,
  )
}

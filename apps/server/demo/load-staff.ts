import type pg from 'pg'
import { createStaffAccount, hashPassword, type Identity } from '#kernel/identity/door.ts'
import { newId } from '#platform/ids.ts'
import { demoPassword, demoTotpSecret } from './demo-secrets.ts'
import { demoStaff } from './demo-staff.ts'

/** Departments, posts and their holders. Whoever is there already stays, so that a start which was cut off can go on. */
export async function loadStaff(owner: pg.Client, identity: Identity): Promise<number> {
  await owner.query(`insert into access.department (id, name, level) values
    ('civil-affairs', '街道民政', 'subdistrict'), ('district-civil-affairs', '区民政局', 'district') on conflict do nothing`)
  const known = await owner.query<{ number: string; id: string; holds: boolean }>(
    `select staff_number as number, id, exists (select from access.holding h where h.account_id = account.id) as holds
     from identity.account where staff_number is not null`,
  )
  const there = new Map(known.rows.map((row) => [row.number, row]))
  // One hash for all: they share a published password.
  const passwordHash = await hashPassword(identity, demoPassword)
  const wanted = demoStaff()
  for (const post of wanted) {
    const { staffNumber, displayName } = post
    const accountId =
      there.get(staffNumber)?.id ??
      (await createStaffAccount(identity, { staffNumber, displayName, passwordHash, totpSecret: demoTotpSecret }))
        .accountId
    if (!there.get(staffNumber)?.holds) await hold(owner, accountId, post)
  }
  return wanted.length
}

/** From long ago, so that cases of past months were handled by somebody who held the post then. */
async function hold(owner: pg.Client, accountId: string, post: ReturnType<typeof demoStaff>[number]): Promise<void> {
  const postId = newId()
  await owner.query('insert into access.post (id, kind, area_id, department_id, name) values ($1, $2, $3, $4, $5)', [
    postId,
    post.kind,
    post.areaId,
    post.departmentId,
    post.postName,
  ])
  await owner.query(
    `insert into access.holding (post_id, account_id, during) values ($1, $2, tstzrange('2025-01-01', null))`,
    [postId, accountId],
  )
}

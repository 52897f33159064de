import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { newId } from '#platform/ids.ts'
import type { WorldAreas } from './world-areas.ts'
import type { PersonName, WorldPerson } from './world-people.ts'

/** Everybody who signs in, by the name that the tests call them. */
export type AccountName =
  | 'clerk'
  | 'otherClerk'
  | 'foreignClerk'
  | 'northWorker'
  | 'gridWorker'
  | 'southWorker'
  | 'foreignWorker'
  | 'approver'
  | 'secondApprover'
  | 'foreignApprover'
  | 'districtOfficer'
  | 'supervisor'
  | 'foreignSupervisor'
  | 'leader'
  | 'foreignLeader'
  | 'hotline'
  | 'editor'
  | 'publisher'
  | 'systemAdmin'
  | 'securityAdmin'
  | 'auditAdmin'
  | 'elder'
  | 'guardian'
  | 'southElder'
  | 'unbound'
  | 'machine'
  | 'foreignMachine'

export interface WorldAccount {
  accountId: string
  sessionId: string
  /** The raw token of the session, for a cookie or a bearer header. */
  token: string
}

type Staff = [name: AccountName, post: string, area: keyof WorldAreas, department: string | null, title: string]
/** Who holds which post where. */
export const staff: Staff[] = [
  ['clerk', 'windowClerk', 'street', null, '受理窗口一'],
  ['otherClerk', 'windowClerk', 'street', null, '受理窗口二'],
  ['foreignClerk', 'windowClerk', 'otherStreet', null, '邻县受理窗口'],
  ['northWorker', 'committeeWorker', 'north', null, '北居委社工'],
  ['gridWorker', 'committeeWorker', 'grid', null, '北一网格社工'],
  ['southWorker', 'committeeWorker', 'south', null, '南居委社工'],
  ['foreignWorker', 'committeeWorker', 'otherCommittee', null, '外居委社工'],
  ['approver', 'departmentApprover', 'street', 'civil-affairs', '街道民政审批岗甲'],
  ['secondApprover', 'departmentApprover', 'street', 'civil-affairs', '街道民政审批岗乙'],
  ['foreignApprover', 'departmentApprover', 'otherStreet', 'civil-affairs', '邻县民政审批岗'],
  ['districtOfficer', 'districtOfficer', 'district', 'district-civil-affairs', '区民政审批岗'],
  ['supervisor', 'supervisor', 'street', null, '中心督办岗'],
  ['foreignSupervisor', 'supervisor', 'otherStreet', null, '邻县督办岗'],
  ['leader', 'streetLeader', 'street', null, '街道分管领导'],
  ['foreignLeader', 'streetLeader', 'otherStreet', null, '邻县街道领导'],
  ['hotline', 'hotlineOperator', 'street', null, '热线坐席'],
  ['editor', 'itemEditor', 'street', null, '事项管理岗甲'],
  ['publisher', 'itemEditor', 'street', null, '事项管理岗乙'],
  ['systemAdmin', 'systemAdmin', 'street', null, '系统管理员'],
  ['securityAdmin', 'securityAdmin', 'street', null, '安全管理员'],
  ['auditAdmin', 'auditAdmin', 'street', null, '审计管理员'],
]

const residents: [AccountName, PersonName | null][] = [
  ['elder', 'elder'],
  ['guardian', 'worker'],
  ['southElder', 'southElder'],
  ['unbound', null],
]

export async function insertAccounts(
  superuser: pg.Client,
  areas: WorldAreas,
  people: Record<PersonName, WorldPerson>,
  machineOperations: string[],
): Promise<Record<AccountName, WorldAccount>> {
  const accounts = {} as Record<AccountName, WorldAccount>
  await superuser.query(
    `insert into access.department (id, name, level) values ('civil-affairs', '街道民政', 'subdistrict'), ('district-civil-affairs', '区民政局', 'district') on conflict do nothing`,
  )
  for (const [name, post, area, department, title] of staff) {
    accounts[name] = await insertAccount(superuser, 'staff', name)
    const postId = newId()
    await superuser.query(
      'insert into access.post (id, kind, area_id, department_id, name) values ($1, $2, $3, $4, $5)',
      [postId, post, areas[area], department, title],
    )
    await superuser.query('insert into access.holding (post_id, account_id) values ($1, $2)', [
      postId,
      accounts[name].accountId,
    ])
  }
  for (const [name, person] of residents) {
    accounts[name] = await insertAccount(superuser, 'resident', name)
    if (person) {
      await superuser.query(
        `insert into identity.binding (account_id, person_id, how, checked_by_account) values ($1, $2, 'checkedDocument', $3)`,
        [accounts[name].accountId, people[person].id, accounts.clerk.accountId],
      )
    }
  }
  for (const [name, area] of [
    ['machine', 'street'],
    ['foreignMachine', 'otherStreet'],
  ] as const) {
    accounts[name] = await insertAccount(superuser, 'machine', name)
    await superuser.query(
      `insert into identity.machine_client (account_id, owner_account, operations, area_id, expires_at, secret_hash) values ($1, $2, $3, $4, now() + interval '1 day', '\\x00')`,
      [accounts[name].accountId, accounts.clerk.accountId, machineOperations, areas[area]],
    )
  }
  return accounts
}

async function insertAccount(
  superuser: pg.Client,
  kind: 'staff' | 'resident' | 'machine',
  name: string,
): Promise<WorldAccount> {
  const account = {
    accountId: newId(),
    sessionId: randomUUID(),
    token: randomUUID().replaceAll('-', '').padEnd(43, 'x'),
  }
  const { rows } = await superuser.query<{ id: string }>(
    `insert into auth."user" ("name", "email", "emailVerified") values ($1, $2, false) returning "id"`,
    [name, `${account.accountId}@accounts.invalid`],
  )
  const userId = rows[0]!.id
  await superuser.query(
    `insert into identity.account (id, kind, auth_user_id, display_name, staff_number, phone_cipher, phone_index) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      account.accountId,
      kind,
      userId,
      name,
      kind === 'staff' ? name.toUpperCase() : null,
      kind === 'resident' ? Buffer.from(name) : null,
      kind === 'resident' ? Buffer.from(account.accountId) : null,
    ],
  )
  await superuser.query(
    `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId", "accountId", "accountKind") values ($1, now() + interval '1 day', $2, now(), $3, $4, $5)`,
    [
      account.sessionId,
      kind === 'machine' ? `machine.${account.token}` : account.token,
      userId,
      account.accountId,
      kind,
    ],
  )
  return account
}

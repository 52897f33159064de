import { loadKeyRing } from '#kernel/crypto/door.ts'
import { createStaffAccount } from '#kernel/identity/door.ts'
import { systemClock } from '#platform/clock.ts'
import { StartProblem } from '#platform/config/start-problem.ts'
import { withConnection } from '#platform/db/connect.ts'
import { createKysely, createPool } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { compose } from '../compose.ts'
import type { Command } from './command.ts'
import { needOwner, withDatabase } from './with-database.ts'

const kinds = { system: 'systemAdmin', security: 'securityAdmin', audit: 'auditAdmin' } as const
const names = { system: '系统管理员', security: '安全管理员', audit: '审计管理员' } as const
type Role = keyof typeof kinds

export const createAdminCommand: Command = {
  summary: '建立三员之一 / create one of the three administrators',
  help: `create-admin --role system|security|audit --number STAFF-NUMBER --name NAME --area CODE

Creates an account and its post at the area of the given official code, and prints its password once. The second factor is
enrolled at the first sign-in. The three posts are kept apart (三员分立): nobody holds two of them.

Example: npm run linli -- create-admin --role audit --number SJ-001 --name 审计员 --area 310105005
`,
  options: { role: { type: 'string' }, number: { type: 'string' }, name: { type: 'string' }, area: { type: 'string' } },
  async run({ config, values, say, progress }) {
    const role = values.role as Role
    if (!(role in kinds))
      throw new StartProblem('--role 应为 system、security 或 audit / --role takes system, security or audit')
    const [number, name, area] = [values.number, values.name, values.area].map((value) =>
      typeof value === 'string' ? value.trim() : '',
    )
    if (!number || !name || !area)
      throw new StartProblem('需要 --number、--name 和 --area / --number, --name and --area are needed')
    return withDatabase(config, progress, async (urls) => {
      const ownerUrl = needOwner(urls)
      if (!urls.web || !urls.auth)
        throw new StartProblem('需要 web 与 auth 登录 / this command needs the logins of web and auth')
      const areaId = await areaOf(ownerUrl, area)
      await refuseSecondPost(ownerUrl, number, role)
      const pool = createPool({ url: urls.web, applicationName: 'linli-admin', max: 2 })
      const composition = await compose({
        db: createKysely<unknown>(pool),
        authUrl: urls.auth,
        keys: loadKeyRing({ folder: config.keysFolder, suite: config.cipher }),
        clock: systemClock,
        publicUrl: config.publicUrl,
        sendCode: async () => undefined,
      })
      try {
        const { accountId, password } = await createStaffAccount(composition.identity, {
          staffNumber: number,
          displayName: name,
        })
        await withConnection(ownerUrl, async (client) => {
          const postId = newId()
          await client.query('insert into access.post (id, kind, area_id, name) values ($1, $2, $3, $4)', [
            postId,
            kinds[role],
            areaId,
            names[role],
          ])
          await client.query('insert into access.holding (post_id, account_id) values ($1, $2)', [postId, accountId])
        })
        say(`${names[role]} ${number}`)
        say(`初始密码（只显示这一次）/ password, shown once: ${password}`)
        return 0
      } finally {
        await composition.identity.pool.end()
        await pool.end()
      }
    })
  },
}

async function areaOf(ownerUrl: string, code: string): Promise<string> {
  const { rows } = await withConnection(ownerUrl, (client) =>
    client.query<{ id: string }>(
      'select area_id as id from areas.area_version where code = $1 and during @> current_date',
      [code],
    ),
  )
  if (!rows[0]) throw new StartProblem(`没有代码为 ${code} 的区划 / there is no area with the code ${code}`)
  return rows[0].id
}

async function refuseSecondPost(ownerUrl: string, number: string, role: Role): Promise<void> {
  const { rows } = await withConnection(ownerUrl, (client) =>
    client.query<{ kind: string | null }>(
      `select p.kind from identity.account a left join access.holding h on h.account_id = a.id and h.during @> now()
       left join access.post p on p.id = h.post_id where a.staff_number = upper($1)`,
      [number],
    ),
  )
  if (rows.length === 0) return
  const other = rows.find(
    (row) => row.kind && Object.values(kinds).includes(row.kind as never) && row.kind !== kinds[role],
  )
  throw new StartProblem(
    other
      ? '此人已担任另一管理员岗位，三员须由不同的人担任 / this account already holds another administrator post; the three are kept apart'
      : '工号已存在 / this staff number exists already',
  )
}

import { type Kysely, sql } from 'kysely'
import { decryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { demoMachineSecret, demoPassword, demoTotpSecret } from './demo-secrets.ts'
import { demoStaff } from './demo-staff.ts'

/** All with which a visitor may sign in, by role. */
export async function demoAccounts(db: Kysely<unknown>, keys: KeyRing) {
  const areas = await sql<{
    id: string
    name: string
  }>`select area_id as id, name from areas.area_version where during @> current_date`.execute(db)
  const nameOf = new Map(areas.rows.map((row) => [row.id, row.name]))
  const residents = await sql<{
    cipher: Buffer
    note: string
  }>`select number_cipher as cipher, note from demo.resident order by note`.execute(db)
  const machines = await sql<{
    id: string
    operations: string[]
  }>`select account_id as id, operations from demo.machine`.execute(db)
  return {
    note: '演示账号，人员均为虚构，仅演示模式存在。动态验证码见 /api/demo.totp?staffNumber=；居民登录的短信验证码直接显示在登录页，发出的消息见 /api/demo.messages。',
    password: demoPassword,
    totpSecret: demoTotpSecret,
    staff: demoStaff().map(({ staffNumber, kind, postName, areaId, departmentId }) => ({
      role: kind,
      post: postName,
      area: nameOf.get(areaId) ?? null,
      staffNumber,
      password: demoPassword,
      totpSecret: demoTotpSecret,
      note: departmentId,
    })),
    residents: residents.rows.map(({ cipher, note }) => ({
      role: 'resident',
      phone: decryptValue(keys, 'phone', cipher),
      note,
    })),
    machines: machines.rows.map(({ id, operations }) => ({
      role: 'machine',
      clientId: id,
      secret: demoMachineSecret,
      operations,
      note: '换取短时令牌：POST /api/identity.signInMachine',
    })),
  }
}

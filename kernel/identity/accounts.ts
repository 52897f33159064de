import { randomBytes } from 'node:crypto'
import { blindIndex, encryptValue } from '#kernel/crypto/door.ts'
import { maskPhone } from '#kernel/registry/door.ts'
import { newId } from '#platform/ids.ts'
import type { AccountKind, Core } from './core.ts'
import { inTransaction } from './transaction.ts'

export interface NewStaffAccount {
  staffNumber: string
  displayName: string
  /** Without one a random password is made and handed back once. */
  password?: string
  /** A hash made by `hashPassword`, for many accounts at once. */
  passwordHash?: string
  /** Base32. Without one the second factor is enrolled at the first sign-in. */
  totpSecret?: string
  language?: 'zh-CN' | 'zh-Hant' | 'en'
}

export function hashPassword(core: Core, password: string): Promise<string> {
  return core.auth.password.hash(password)
}

export async function createStaffAccount(
  core: Core,
  wanted: NewStaffAccount,
): Promise<{ accountId: string; password: string | null }> {
  const password = wanted.password ?? (wanted.passwordHash ? null : randomBytes(12).toString('base64url'))
  const hash = wanted.passwordHash ?? (await hashPassword(core, password!))
  const accountId = newId()
  await inTransaction(core.pool, async (client) => {
    const userId = await insertUser(client, accountId, wanted.displayName)
    await client.query(
      `insert into auth."account" ("accountId", "providerId", "userId", "password", "updatedAt") values ($1::text, 'credential', $1::uuid, $2, now())`,
      [userId, hash],
    )
    await client.query(
      `insert into identity.account (id, kind, auth_user_id, display_name, staff_number, language) values ($1, 'staff', $2, $3, $4, $5)`,
      [accountId, userId, wanted.displayName, normaliseStaffNumber(wanted.staffNumber), wanted.language ?? 'zh-CN'],
    )
    if (wanted.totpSecret) {
      await client.query(
        `insert into identity.second_factor (account_id, secret_cipher, verified) values ($1, $2, true)`,
        [accountId, encryptValue(core.ring, 'totpSecret', wanted.totpSecret)],
      )
    }
  })
  return { accountId, password }
}

/** A resident's account: nothing but a phone. Asking twice for one phone gives the same account. */
export async function ensureResidentAccount(core: Core, phone: string): Promise<{ accountId: string; userId: string }> {
  const index = blindIndex(core.ring, 'phone', phone)
  const known = await residentByPhone(core, index)
  if (known) return known
  const accountId = newId()
  try {
    return await inTransaction(core.pool, async (client) => {
      const name = maskPhone(phone)
      const userId = await insertUser(client, accountId, name)
      await client.query(
        `insert into identity.account (id, kind, auth_user_id, display_name, phone_cipher, phone_index) values ($1, 'resident', $2, $3, $4, $5)`,
        [accountId, userId, name, encryptValue(core.ring, 'phone', phone), index],
      )
      return { accountId, userId }
    })
  } catch (error) {
    // Two first sign-ins at once: the other one made the account.
    const made = (error as { code?: string }).code === '23505' ? await residentByPhone(core, index) : null
    if (made) return made
    throw error
  }
}

interface ResidentRow {
  accountId: string
  userId: string
  locked: boolean
}

export async function residentByPhone(core: Core, phoneIndex: Buffer): Promise<ResidentRow | null> {
  const { rows } = await core.pool.query<ResidentRow>(
    `select id as "accountId", auth_user_id as "userId", coalesce(locked_until > now(), false) as locked from identity.account where phone_index = $1`,
    [phoneIndex],
  )
  return rows[0] ?? null
}

export interface Me {
  accountId: string
  kind: AccountKind
  name: string
  language: string
  staffNumber: string | null
}

export async function me(core: Core, accountId: string): Promise<Me | null> {
  const { rows } = await core.pool.query<Me>(
    `select id as "accountId", kind, display_name as name, language, staff_number as "staffNumber" from identity.account where id = $1`,
    [accountId],
  )
  return rows[0] ?? null
}

/** Typed in full width or lower case, it is the same number. */
export function normaliseStaffNumber(typed: string): string {
  return typed.normalize('NFKC').trim().toUpperCase()
}

/** The library wants an e-mail address; ours are of a domain that cannot exist. */
export async function insertUser(
  client: { query(sql: string, values: unknown[]): Promise<{ rows: { id: string }[] }> },
  accountId: string,
  name: string,
): Promise<string> {
  const { rows } = await client.query(
    `insert into auth."user" ("name", "email", "emailVerified") values ($1, $2, false) returning "id"`,
    [name, `${accountId}@accounts.invalid`],
  )
  return rows[0]!.id
}

import type pg from 'pg'
import { encryptValue, type KeyRing } from '#kernel/crypto/door.ts'
import { ensureResidentAccount, type Identity } from '#kernel/identity/door.ts'
import { texts as applicationTexts } from '#modules/applications/texts.ts'
import { texts as remedyTexts } from '#modules/remedies/texts.ts'
import { type DemoApplicant, guardians, oldElders, residentFor } from './demo-people.ts'
import type { CaseRun, Story } from './story.ts'

/** In the range of the demo's phones, between those of its two streets: nobody has it. */
const unboundPhone = '15488880000'
const items = { 'elder-card': '敬老卡申领', 'minimum-living-allowance': '最低生活保障' } as const
const words: Record<string, string> = { ...applicationTexts['zh-CN'], ...remedyTexts['zh-CN'] }

/** Phones with which a visitor signs in: who has not applied yet, and one for each way in which a story went. */
export async function publishResidents(run: CaseRun, stories: readonly Story[], checkedBy: string): Promise<void> {
  const { owner, keys, identity } = run
  const show = (phone: string, note: string) =>
    owner.query('insert into demo.resident (number_cipher, note) values ($1, $2)', [
      encryptValue(keys, 'phone', phone),
      note,
    ])
  await owner.query('truncate demo.resident')
  const elder = await firstBound(owner, identity, keys, await oldElders(run, 200), checkedBy)
  if (elder) await show(elder, '70 岁以上老人，已核验身份，尚未申领敬老卡')
  const guardian = await firstBound(owner, identity, keys, await guardians(run, 200), checkedBy)
  if (guardian) await show(guardian, '未成年人的监护人，已核验身份，可为子女办理')
  await ensureResidentAccount(identity, unboundPhone)
  await show(unboundPhone, '只有手机号，尚未核验身份')
  const told = new Set<string>()
  for (const { resident, person, plan, caseId } of stories) {
    if (!resident || !caseId || !person.phone) continue
    const note = `${items[plan.item]} · ${await stateOf(owner, caseId)}`
    if (told.has(note)) continue
    told.add(note)
    await show(person.phone, note)
  }
}

/** The first of these who has no matter under way and a phone that is free. */
async function firstBound(
  owner: pg.Client,
  identity: Identity,
  keys: KeyRing,
  persons: readonly DemoApplicant[],
  checkedBy: string,
): Promise<string | null> {
  for (const person of persons) {
    const { rowCount } = await owner.query(`select from cases."case" where applicant_person_id = $1`, [person.personId])
    if (rowCount === 0 && (await residentFor(owner, identity, keys, person, checkedBy))) return person.phone
  }
  return null
}

async function stateOf(owner: pg.Client, caseId: string): Promise<string> {
  const { rows } = await owner.query<{ case_type: string; state: string }>(
    `select case_type, state from cases."case" where id = $1 or parent_case_id = $1 order by case_type`,
    [caseId],
  )
  return rows
    .map(({ case_type, state }) =>
      case_type === 'remedy' ? `差评整改${words[`remedies.state.${state}`]}` : words[`applications.state.${state}`],
    )
    .join(' · ')
}

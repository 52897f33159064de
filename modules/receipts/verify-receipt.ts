import { sql } from 'kysely'
import { defineQuery } from '#kernel/access/door.ts'
import { publishedItem } from '#modules/service-items/lookup.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { texts } from './texts.ts'
import { verificationHash } from './verification-token.ts'

interface Found {
  number: string
  itemKey: string
  state: string
  acceptedOn: string
  dueOn: string | null
  dueProvisional: boolean
  concludedOn: string | null
  subdistrict: string | null
}

export const verifyReceipt = defineQuery({
  name: 'verify',
  summary: '核验回执真伪与进度，不含个人信息',
  callers: ['anonymous', 'resident', 'staff', 'machine'],
  personal: true,
  ...contract.verify,
  allow: () => allowed,
  async run(ctx, { token }) {
    const hash = verificationHash(token)
    if (!hash) return { receipt: null }
    const { rows } = await sql<Found>`
      select number, item_key as "itemKey", state, accepted_on as "acceptedOn", due_on as "dueOn", due_provisional as "dueProvisional",
        concluded_on as "concludedOn", subdistrict from receipts.verify(${hash})`.execute(ctx.tx)
    const found = rows[0]
    if (!found) return { receipt: null }
    const item = await publishedItem(ctx.tx, found.itemKey, ctx.today)
    const stateText = texts['zh-CN'][`receipts.state.${found.state}`] ?? found.state
    const itemName = item?.body.name['zh-CN'] ?? found.itemKey
    return { receipt: { ...found, itemName, stateText, subdistrict: found.subdistrict ?? '' } }
  },
})

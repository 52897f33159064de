import { defineAction } from '#kernel/access/door.ts'
import { personNames, revealPersonFields } from '#kernel/registry/door.ts'
import { allowed, refused } from '#platform/contract.ts'
import * as contract from './contract.ts'
import { personsOf } from './persons-of.ts'

/** Shows a number of one's own, or of a ward, in full; like every look it stands in the ledger. */
export const revealOwn = defineAction({
  name: 'revealOwn',
  summary: '查看本人或被监护人的证件号码、电话全文',
  callers: ['resident'],
  keepsAnswer: false,
  ...contract.revealOwn,
  async load(ctx, { personId }) {
    if ((await personNames(ctx.tx, [personId])).length === 0) return null
    return { personId, own: (await personsOf(ctx)).some(({ id }) => id === personId) }
  },
  allow: (_actor, { own }) => (own ? allowed : refused('residents.not-your-person')),
  async run(ctx, { personId }, { field }) {
    const shown = await revealPersonFields(ctx.tx, ctx.services.keys, personId, [field], ctx.today)
    const numbers = field === 'idNumber' ? [shown?.idNumber] : (shown?.phones ?? []).map(({ number }) => number)
    return { numbers: numbers.filter((number) => number !== null && number !== undefined) }
  },
  audit: ({ personId }, { field }) => ({ subjects: [personId], purpose: 'own-data', detail: { field } }),
})

import { defineQuery } from '#kernel/access/door.ts'
import { organisationByCreditCode } from '#kernel/registry/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

/** Registered organisations are public facts; one is found by its whole code only. */
export const findOrganisation = defineQuery({
  name: 'findOrganisation',
  summary: '按统一社会信用代码查找单位',
  callers: ['resident'],
  personal: true,
  ...contract.findOrganisation,
  allow: () => allowed,
  run: async (ctx, { creditCode }) => ({ organisation: await organisationByCreditCode(ctx.tx, creditCode) }),
})

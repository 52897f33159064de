import type pg from 'pg'
import { createMachineClient, type Identity } from '#kernel/identity/door.ts'
import { areaId, referenceStreet } from '#modules/demo/contract.ts'
import { demoMachineSecret } from './demo-secrets.ts'

const operations = ['applications.recordExternal', 'applications.externalSteps']

/** One machine client, as a bureau's system would hold it: it tells the street how external steps stand. */
export async function loadMachine(owner: pg.Client, identity: Identity, ownerAccount: string): Promise<void> {
  const { rowCount } = await owner.query('select from demo.machine')
  if (rowCount !== 0) return
  const { accountId } = await createMachineClient(identity, {
    displayName: '市级业务系统接口（演示）',
    ownerAccount,
    operations,
    areaId: areaId(referenceStreet),
    expiresAt: '2099-12-31T00:00:00Z',
    secret: demoMachineSecret,
  })
  await owner.query('insert into demo.machine (account_id, operations) values ($1, $2)', [accountId, operations])
}

import type pg from 'pg'
import { inventedStreet, referenceStreet } from './demo-areas.ts'

const HOURS = '周一至周五 8:30–16:30，双休日及国定节假日 8:30–11:30'
const SOURCE = '上海市政府办公厅通知（2018）的服务时间；电话为全国统一的 12345'

/** Where the demo's residents go and call. No address is invented for a street that exists. */
export async function loadDemoDesks(client: pg.ClientBase): Promise<void> {
  const desks = [
    { code: referenceStreet, position: 1, name: '周家桥街道社区事务受理服务中心', address: '' },
    { code: inventedStreet, position: 2, name: '清河街道社区事务受理服务中心', address: '清河路 1 号（虚构）' },
  ]
  for (const { code, position, name, address } of desks) {
    await client.query(
      `insert into residents.desk (subdistrict_id, during, position, hotline, centre_name, centre_address, centre_hours, source)
       select v.area_id, daterange('2000-01-01', null), $2, '12345', $3, $4, $5, $6 from areas.area_version v where v.code = $1
       on conflict do nothing`,
      [code, position, name, address, HOURS, SOURCE],
    )
  }
}

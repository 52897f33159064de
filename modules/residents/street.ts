import { sql } from 'kysely'
import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import * as contract from './contract.ts'

interface Desk {
  subdistrictId: string
  name: string
  hotline: string
  centreName: string
  centreAddress: string
  centreHours: string
}

export const street = defineQuery({
  name: 'street',
  summary: '街道名称与咨询、受理地点',
  callers: ['anonymous', 'resident', 'staff', 'machine'],
  personal: false,
  ...contract.street,
  allow: () => allowed,
  async run(ctx) {
    const { rows } = await sql<Desk>`
      select d.subdistrict_id as "subdistrictId", v.name, d.hotline, d.centre_name as "centreName", d.centre_address as "centreAddress",
        d.centre_hours as "centreHours"
      from residents.desk d join areas.area_version v on v.area_id = d.subdistrict_id and v.during @> ${ctx.today}::date
      where d.during @> ${ctx.today}::date order by d.position, d.subdistrict_id limit 1`.execute(ctx.tx)
    const desk = rows[0]
    if (!desk) return { subdistrictId: null, name: null, hotline: null, centre: null, today: ctx.today }
    const { subdistrictId, name, hotline, centreName, centreAddress, centreHours } = desk
    const centre = { name: centreName, address: centreAddress, hours: centreHours }
    return { subdistrictId, name, hotline, centre, today: ctx.today }
  },
})

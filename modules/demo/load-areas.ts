import type pg from 'pg'
import { demoAreas } from './demo-areas.ts'

/** Long before the first case of the demo, so that its test clock always finds a tree. */
const SINCE = '2000-01-01'

/** As owner. Loading twice changes nothing. */
export async function loadDemoAreas(client: pg.ClientBase): Promise<void> {
  const areas = demoAreas()
  const column = <K extends keyof (typeof areas)[number]>(key: K) => areas.map((area) => area[key])
  await client.query(
    'insert into areas.area (id, kind) select * from unnest($1::uuid[], $2::text[]) on conflict do nothing',
    [column('id'), column('kind')],
  )
  await client.query(
    `insert into areas.area_version (area_id, parent_id, code, name, source, during)
     select *, daterange('${SINCE}', null) from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[])
     on conflict do nothing`,
    [column('id'), column('parentId'), column('code'), column('name'), column('source')],
  )
  await client.query('select areas.refresh_descendants()')
}

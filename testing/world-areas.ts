import type pg from 'pg'
import { newId } from '#platform/ids.ts'

export interface WorldAreas {
  district: string
  street: string
  otherStreet: string
  north: string
  south: string
  otherCommittee: string
  grid: string
}

/** One district with two streets: 测试街道 (two committees, a grid) and 邻县街道 (one committee). None of them exists. */
export async function insertAreas(owner: pg.Client): Promise<WorldAreas> {
  const areas: WorldAreas = {
    district: newId(),
    street: newId(),
    otherStreet: newId(),
    north: newId(),
    south: newId(),
    otherCommittee: newId(),
    grid: newId(),
  }
  const rows: [keyof WorldAreas, string, keyof WorldAreas | null, string | null, string][] = [
    ['district', 'district', null, '990101', '测试区'],
    ['street', 'subdistrict', 'district', '990101001', '测试街道'],
    ['otherStreet', 'subdistrict', 'district', '990101002', '邻县街道'],
    ['north', 'committee', 'street', '990101001001', '北居委会'],
    ['south', 'committee', 'street', '990101001002', '南居委会'],
    ['otherCommittee', 'committee', 'otherStreet', '990101002001', '外居委会'],
    ['grid', 'grid', 'north', null, '北一网格'],
  ]
  for (const [key, kind, parent, code, name] of rows) {
    await owner.query('insert into areas.area (id, kind) values ($1, $2)', [areas[key], kind])
    await owner.query(
      `insert into areas.area_version (area_id, parent_id, code, name, source, during) values ($1, $2, $3, $4, 'test', daterange('2000-01-01', null))`,
      [areas[key], parent && areas[parent], code, name],
    )
  }
  await owner.query('select areas.refresh_descendants()')
  return areas
}

import type pg from 'pg'
import { copyRows, rowsOf } from './copy-rows.ts'
import type { Population } from './demo-world.ts'

export async function loadHouses(client: pg.ClientBase, { houses }: Population): Promise<void> {
  await copyRows(
    client,
    'registry.estate',
    ['id', 'subdistrict_id', 'name', 'road', 'lane', 'property_company', 'synthetic'],
    rowsOf(houses.estates, (e) => [e.id, e.subdistrictId, e.name, e.road, e.lane, e.propertyCompany, true]),
  )
  await copyRows(
    client,
    'registry.building',
    ['id', 'subdistrict_id', 'estate_id', 'committee_id', 'grid_id', 'no', 'floors', 'units'],
    rowsOf(houses.buildings, (b) => [
      b.id,
      b.subdistrictId,
      b.estateId,
      b.committeeId,
      b.gridId,
      b.no,
      b.floors,
      b.units,
    ]),
  )
  await copyRows(
    client,
    'registry.dwelling',
    [
      'id',
      'subdistrict_id',
      'building_id',
      'committee_id',
      'grid_id',
      'road',
      'lane',
      'house_no',
      'unit',
      'floor',
      'room',
      'address',
      'address_key',
    ],
    rowsOf(houses.dwellings, (d) => [
      d.id,
      d.subdistrictId,
      d.buildingId,
      d.committeeId,
      d.gridId,
      d.road,
      d.lane,
      d.houseNo,
      d.unit,
      d.floor,
      d.room,
      d.address,
      d.addressKey,
    ]),
  )
}

export function loadOrganisations(client: pg.ClientBase, { organisations }: Population): Promise<void> {
  return copyRows(
    client,
    'registry.organisation',
    ['id', 'subdistrict_id', 'committee_id', 'name', 'credit_code', 'kind', 'address'],
    rowsOf(organisations, (o) => [o.id, o.subdistrictId, o.committeeId, o.name, o.creditCode, o.kind, o.address]),
  )
}

import divisions from './data/changning-areas.json' with { type: 'json' }
import { demoId } from './demo-id.ts'

export interface AreaRow {
  id: string
  kind: 'district' | 'subdistrict' | 'committee' | 'grid'
  parentId: string | null
  code: string | null
  name: string
  source: string
}

export const referenceStreet = '310105005'
/** No division has this code: the second street exists so that nothing is written for one street alone. */
export const inventedStreet = '990101001'
const INVENTED_DISTRICT = '990101'
const INVENTED = '演示数据，虚构区划'
const GRIDS = { [referenceStreet]: 4, [inventedStreet]: 2 } as Record<string, number>

export function areaId(code: string): string {
  return demoId(`area ${code}`)
}

export function gridId(committeeCode: string, number: number): string {
  return demoId(`grid ${committeeCode} ${number}`)
}

/** Parents stand before their children. */
export function demoAreas(): AreaRow[] {
  const { district, streets, source } = divisions
  const invented = ['一', '二', '三'].map((n, index) => ({
    code: `${inventedStreet}00${index + 1}`,
    name: `清河${n}居委会`,
  }))
  return [
    row('district', null, district, source),
    ...streets.flatMap((street) => streetRows(district.code, street, source)),
    row('district', null, { code: INVENTED_DISTRICT, name: '演示区' }, INVENTED),
    ...streetRows(INVENTED_DISTRICT, { code: inventedStreet, name: '清河街道', committees: invented }, INVENTED),
  ]
}

export function committeesOf(streetCode: string): { id: string; code: string; name: string; gridIds: string[] }[] {
  const street = areaId(streetCode)
  return demoAreas()
    .filter((area) => area.kind === 'committee' && area.parentId === street)
    .map(({ id, code, name }) => ({
      id,
      code: code!,
      name,
      gridIds: gridNumbers(streetCode).map((n) => gridId(code!, n)),
    }))
}

interface Division {
  code: string
  name: string
}

function streetRows(districtCode: string, street: Division & { committees: Division[] }, source: string): AreaRow[] {
  return [
    row('subdistrict', areaId(districtCode), street, source),
    ...street.committees.flatMap((committee) => [
      row('committee', areaId(street.code), committee, source),
      ...gridNumbers(street.code).map(
        (n): AreaRow => ({
          id: gridId(committee.code, n),
          kind: 'grid',
          parentId: areaId(committee.code),
          code: null,
          name: `${committee.name.replace('居委会', '')}第${n}网格`,
          source: INVENTED,
        }),
      ),
    ]),
  ]
}

function gridNumbers(streetCode: string): number[] {
  return Array.from({ length: GRIDS[streetCode] ?? 0 }, (_, index) => index + 1)
}

function row(kind: AreaRow['kind'], parentId: string | null, { code, name }: Division, source: string): AreaRow {
  return { id: areaId(code), kind, parentId, code, name, source }
}

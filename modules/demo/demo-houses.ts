import { addressKey, formatAddress } from '#kernel/registry/door.ts'
import roads from './data/roads.json' with { type: 'json' }
import { areaId, committeesOf } from './demo-areas.ts'
import { demoId } from './demo-id.ts'
import type { Random } from './random.ts'

export interface Estate {
  id: string
  subdistrictId: string
  name: string
  road: string
  lane: string
  propertyCompany: string
}
export interface Building {
  id: string
  subdistrictId: string
  estateId: string
  committeeId: string
  gridId: string
  no: string
  floors: number
  units: number
}
export interface Dwelling {
  id: string
  subdistrictId: string
  buildingId: string
  committeeId: string
  gridId: string
  road: string
  lane: string
  houseNo: string
  unit: string | null
  floor: number
  room: string
  address: string
  addressKey: string
}
export interface Houses {
  estates: Estate[]
  buildings: Building[]
  dwellings: Dwelling[]
}

const FIRST = [
  '桥畔',
  '河滨',
  '锦华',
  '安居',
  '新泰',
  '玉兰',
  '银杏',
  '和睦',
  '春晖',
  '望江',
  '丰乐',
  '明珠',
  '祥和',
  '嘉苑',
  '紫藤',
]
const LAST = ['新苑', '小区', '公寓', '家园', '花园', '大楼', '新村']
const SHAPES: readonly (readonly [{ floors: number; units: number; perFloor: number }, number])[] = [
  [{ floors: 6, units: 3, perFloor: 2 }, 6],
  [{ floors: 6, units: 4, perFloor: 3 }, 2],
  [{ floors: 18, units: 1, perFloor: 6 }, 2],
  [{ floors: 28, units: 2, perFloor: 4 }, 1],
]

/** Enough homes in every committee of a street, in invented estates on named roads. */
export function demoHouses(streetCode: string, homes: number, random: Random): Houses {
  const houses: Houses = { estates: [], buildings: [], dwellings: [] }
  const committees = committeesOf(streetCode)
  const share = Math.ceil(homes / committees.length)
  for (const committee of committees) {
    const target = houses.dwellings.length + share
    while (houses.dwellings.length < target) {
      const estate = addEstate(houses, streetCode, random)
      for (let no = 1; no <= 8 && houses.dwellings.length < target; no++) {
        addBuilding(houses, estate, committee.id, random.pick(committee.gridIds), no, target, random)
      }
    }
  }
  return houses
}

function addEstate(houses: Houses, streetCode: string, random: Random): Estate {
  const number = houses.estates.length
  const roadsHere = roads[streetCode as keyof typeof roads] as string[]
  const road = roadsHere[number % roadsHere.length]!
  const estate: Estate = {
    id: demoId(`estate ${streetCode} ${number}`, number),
    subdistrictId: areaId(streetCode),
    name: `${FIRST[number % FIRST.length]}${LAST[Math.floor(number / FIRST.length) % LAST.length]}（演示）`,
    road,
    // Each estate a lane of its own: road and lane together never repeat.
    lane: `${100 + Math.floor(number / roadsHere.length) * 30 + random.below(30)}弄`,
    propertyCompany: `演示物业${(number % 7) + 1}公司`,
  }
  houses.estates.push(estate)
  return estate
}

function addBuilding(
  houses: Houses,
  estate: Estate,
  committeeId: string,
  gridId: string,
  no: number,
  target: number,
  random: Random,
): void {
  const shape = random.weighted(SHAPES)
  const { subdistrictId, road, lane } = estate
  const building: Building = {
    id: demoId(`building ${estate.id} ${no}`, houses.buildings.length),
    subdistrictId,
    estateId: estate.id,
    committeeId,
    gridId,
    no: `${no}号`,
    floors: shape.floors,
    units: shape.units,
  }
  houses.buildings.push(building)
  for (let unit = 1; unit <= shape.units; unit++) {
    for (let floor = 1; floor <= shape.floors; floor++) {
      for (let flat = 1; flat <= shape.perFloor && houses.dwellings.length < target; flat++) {
        const parts = {
          road,
          lane,
          no: building.no,
          ...(shape.units > 1 ? { unit: `${unit}单元` } : {}),
          room: `${floor * 100 + flat}室`,
        }
        houses.dwellings.push({
          id: demoId(`dwelling ${building.id} ${unit} ${parts.room}`, houses.dwellings.length),
          subdistrictId,
          buildingId: building.id,
          committeeId,
          gridId,
          road,
          lane,
          houseNo: building.no,
          unit: parts.unit ?? null,
          floor,
          room: parts.room,
          address: formatAddress(parts),
          addressKey: addressKey(parts),
        })
      }
    }
  }
}

import { areaId, committeesOf, gridId, inventedStreet, referenceStreet } from '#modules/demo/contract.ts'

export interface DemoPost {
  staffNumber: string
  /** Openly a role and no name: the demo invents no members of staff. */
  displayName: string
  kind: string
  areaId: string
  departmentId: string | null
  postName: string
}

const district = () => areaId('310105')

/** Staff for every post of both streets: readable numbers, one account a post. */
export function demoStaff(): DemoPost[] {
  return [
    ...staffOf(referenceStreet, 'ZJQ', '周家桥', 6),
    ...staffOf(inventedStreet, 'QH', '清河', 2),
    ...districtStaff(),
  ]
}

function staffOf(street: string, prefix: string, name: string, windows: number): DemoPost[] {
  const at = areaId(street)
  const one = (
    number: string,
    kind: string,
    postName: string,
    departmentId: string | null = null,
    area = at,
  ): DemoPost => ({
    staffNumber: `${prefix}-${number}`,
    displayName: `${postName}（演示）`,
    kind,
    areaId: area,
    departmentId,
    postName,
  })
  const committees = committeesOf(street)
  return [
    ...Array.from({ length: windows }, (_, n) => one(`W0${n + 1}`, 'windowClerk', `${name}受理窗口 ${n + 1} 号`)),
    one('M01', 'departmentApprover', `${name}街道民政审批岗甲`, 'civil-affairs'),
    one('M02', 'departmentApprover', `${name}街道民政审批岗乙`, 'civil-affairs'),
    one('D01', 'supervisor', `${name}中心督办岗`),
    one('L01', 'streetLeader', `${name}街道分管领导`),
    one('H01', 'hotlineOperator', `${name}热线坐席`),
    one('E01', 'itemEditor', `${name}事项管理岗甲`),
    one('E02', 'itemEditor', `${name}事项管理岗乙`),
    one('S01', 'systemAdmin', `${name}系统管理员`),
    one('S02', 'securityAdmin', `${name}安全管理员`),
    one('S03', 'auditAdmin', `${name}审计管理员`),
    ...committees.map((committee, n) =>
      one(
        `C${String(n + 1).padStart(2, '0')}`,
        'committeeWorker',
        `${committee.name}社工`,
        null,
        areaId(committee.code),
      ),
    ),
    ...(street === referenceStreet
      ? committees
          .slice(0, 2)
          .map((committee, n) =>
            one(`G0${n + 1}`, 'committeeWorker', `${committee.name}第一网格社工`, null, gridId(committee.code, 1)),
          )
      : []),
  ]
}

function districtStaff(): DemoPost[] {
  const one = (number: string, kind: string, postName: string): DemoPost => ({
    staffNumber: `CN-${number}`,
    displayName: `${postName}（演示）`,
    kind,
    areaId: district(),
    departmentId: kind === 'districtOfficer' ? 'district-civil-affairs' : null,
    postName,
  })
  return [
    one('Q01', 'districtOfficer', '区民政局审批岗甲'),
    one('Q02', 'districtOfficer', '区民政局审批岗乙'),
    one('E01', 'itemEditor', '区事项管理岗甲'),
    one('E02', 'itemEditor', '区事项管理岗乙'),
  ]
}

import type { World } from './world.ts'

/** So many accepted 敬老卡 cases of so many people, made by the clerk over HTTP. */
export async function runningCases(world: World, count: number): Promise<string[]> {
  const cases: string[] = []
  for (let n = 0; n < count; n++) {
    const [person] = await world.look<{ id: string }>(
      `insert into registry.person (subdistrict_id, name, birth_on, registered_division) values ($1, $2, '1950-01-01', '310105') returning id`,
      [world.areas.street, `演示${n}`],
    )
    await world.look(
      `insert into registry.residency (subdistrict_id, person_id, dwelling_id, kind, during) values ($1, $2, $3, 'tenant', daterange('2020-01-01', null))`,
      [world.areas.street, person!.id, world.people.elder.dwellingId],
    )
    const reply = await world.send('clerk', 'applications.acceptAtWindow', {
      itemKey: 'elder-card',
      applicant: { kind: 'self', personId: person!.id },
      answers: { bank: 'icbc', delivery: 'self', contactPhone: '19900000000' },
      materials: { idCard: 'received' },
    })
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    cases.push(reply.body.caseId)
  }
  return cases
}

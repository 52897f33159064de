import { sql } from 'kysely'
import type { z } from 'zod'
import { defineQuery } from '#kernel/access/door.ts'
import { allowed } from '#platform/contract.ts'
import { externalStepsInput, externalStepsOutput } from './contract.ts'

/** Open external steps in a machine's area, by number alone: whom they concern it does not need to know. */
export const externalSteps = defineQuery({
  name: 'externalSteps',
  summary: '外部系统待回告的环节',
  callers: ['machine'],
  personal: false,
  input: externalStepsInput,
  output: externalStepsOutput,
  allow: () => allowed,
  async run(ctx, { system }) {
    const { rows } = await sql<z.output<typeof externalStepsOutput>['steps'][number]>`
      select c.id as "caseId", c.number, s.id as "stepId", s.key as "stepKey", s.foreign_system as system,
        s.foreign_number as "foreignNumber", s.foreign_status as "foreignStatus"
      from cases.step s join cases."case" c on c.id = s.case_id
      where s.state = 'open' and s.kind = 'external' and c.case_type = 'application'
        ${system ? sql`and s.foreign_system = ${system}` : sql``}
      order by s.opened_at limit 500`.execute(ctx.tx)
    return { steps: rows }
  },
})

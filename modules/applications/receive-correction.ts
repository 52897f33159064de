import { attachUpload } from '#kernel/files/door.ts'
import { actOnApplication } from './act-on-application.ts'
import type { MaterialState } from './application-queries.ts'
import { checkAnswers } from './check-answers.ts'
import { receiveCorrectionInput } from './contract.ts'

/** The applicant sends what was missing, or the clerk takes it at the window; the clocks go on. */
export const receiveCorrection = actOnApplication({
  name: 'receiveCorrection',
  summary: '收到补正材料，时限继续',
  callers: ['staff', 'resident'],
  input: receiveCorrectionInput,
  async act(ctx, subject, input) {
    const caseId = subject.case.id
    for (const [kind, uploadId] of Object.entries(input.uploads ?? {})) {
      await attachUpload(ctx.tx, { uploadId, caseId, subjectKind: 'case', subjectId: caseId, kind, at: ctx.now })
    }
    const merged = { ...subject.filed.answers, ...input.answers }
    const answers = input.answers
      ? checkAnswers(subject.item, merged, ctx.today, subject.case.projection.applicantPersonId !== null)
      : merged
    return {
      effects: [
        { kind: 'state', to: subject.case.projection.firstContact ? 'accepted' : 'submitted' },
        { kind: 'clocksResumed', on: ctx.today },
      ],
      note: input.note,
      change: {
        filed: { ...subject.filed, answers },
        materials: { ...subject.materials, ...materialsFrom(ctx.actor.kind, input.materials ?? {}) },
        correction: null,
      },
    }
  },
})

/** Only a clerk can say that something was received or verified; what a resident sends has yet to be looked at. */
function materialsFrom(kind: string, materials: Record<string, MaterialState>): Record<string, MaterialState> {
  if (kind === 'staff') return materials
  return Object.fromEntries(
    Object.entries(materials).map(([key, state]) => [key, state === 'missing' ? 'missing' : 'follows']),
  )
}

import { Button } from 'antd'
import type { OpenedApplication } from '#modules/applications/contract.ts'
import { useRead } from '#ui/api.tsx'
import { Chip } from '#ui/chip.tsx'
import { useTexts } from '#ui/language.tsx'
import { Card } from '#ui/page.tsx'
import { Read } from '#ui/state-views.tsx'
import { StepDiagram } from '#ui/step-diagram.tsx'
import { texts } from '../../texts.ts'
import { StateChip } from '../state-chip.tsx'
import { CaseClocks } from './case-clocks.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseForeign } from './case-foreign.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import './case.css'
import { diagramSteps } from './diagram-steps.ts'
import { WhatNext } from './what-next.tsx'

/** The whole case: how it stands, what may be done next and why not, and how it came here. */
export function CaseView({
  caseId,
  onOpenPage,
  onOpenPerson,
  inDrawer,
}: {
  caseId: string
  onOpenPage?: () => void
  onOpenPerson?: (personId: string) => void
  inDrawer?: boolean
}) {
  const opened = useRead<OpenedApplication>('applications.open', { caseId }, { personal: true, keep: true })
  return (
    <Read of={opened} page={!inDrawer}>
      {(data) => (
        <OpenedCase opened={data} onOpenPage={inDrawer ? onOpenPage : undefined} onOpenPerson={onOpenPerson} />
      )}
    </Read>
  )
}

function OpenedCase({
  opened,
  onOpenPage,
  onOpenPerson,
}: {
  opened: OpenedApplication
  onOpenPage?: () => void
  onOpenPerson?: (personId: string) => void
}) {
  const t = useTexts(texts)
  return (
    <article className="case" aria-label={t.caseTitle(opened.number)}>
      <header className="case-head">
        <div>
          {onOpenPage ? <h2>{opened.itemName}</h2> : <h1>{opened.itemName}</h1>}
          <p className="num muted">{opened.number}</p>
        </div>
        <StateChip state={opened.state} />
        {opened.waitsFor === 'nobody' ? null : (
          <Chip>{opened.waitsFor === 'office' ? t.waitsOffice : t.waitsApplicant}</Chip>
        )}
        {opened.outcome ? (
          <Chip tone={opened.outcome === 'approved' ? 'good' : 'bad'}>{outcomeWords(opened.outcome, t)}</Chip>
        ) : null}
        {onOpenPage ? (
          <Button type="link" onClick={onOpenPage}>
            {t.openAsPage}
          </Button>
        ) : null}
      </header>
      <CaseClocks clocks={opened.clocks} />
      <div className="case-columns" data-wide={!onOpenPage}>
        <div>
          <Card title={t.whatNext}>
            <WhatNext opened={opened} />
          </Card>
          <Card title={t.steps}>
            <StepDiagram name={t.steps} steps={diagramSteps(opened, t)} />
            <CaseForeign steps={opened.steps} />
          </Card>
          <CaseFacts opened={opened} onOpenPerson={onOpenPerson} />
        </div>
        <CaseTimeline data={opened} />
      </div>
    </article>
  )
}

function outcomeWords(
  outcome: string,
  t: { stepApproved: string; stepRefused: string; declined: string; withdrawn: string },
): string {
  return (
    { approved: t.stepApproved, refused: t.stepRefused, declined: t.declined, withdrawn: t.withdrawn }[outcome] ??
    outcome
  )
}

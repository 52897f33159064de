import type { ApplicationState, ClockView, ListRow, OpenedApplication } from '#modules/applications/contract.ts'
import type { TimeColour } from '#ui/tokens.ts'
import type { ApplicationSummary, ApplicationView, Happening } from '../application-api.ts'
import type { Translate } from '../texts/texts.ts'

const ended: Partial<Record<ApplicationState, TimeColour>> = { concluded: 'green', declined: 'grey', withdrawn: 'grey' }

function colourOf(state: ApplicationState, clock: ClockView | null | undefined): TimeColour {
  return ended[state] ?? (state === 'awaitingCorrection' ? 'yellow' : (clock?.colour ?? 'grey'))
}

export function rowView(row: ListRow, t: Translate): ApplicationSummary {
  return {
    id: row.caseId,
    number: row.number,
    itemName: row.itemName,
    state: t(`state.${row.state}`),
    colour: colourOf(row.state, row.clock),
    next: t(`next.${row.state}`, { step: row.stepName ?? '' }),
    ...(row.clock && !ended[row.state] ? { dueOn: row.clock.dueOn } : {}),
    needsMe: row.state === 'awaitingCorrection',
  }
}

/** A case as its applicant reads it: what it waits for, who has it, and what he may do. */
export function applicationView(opened: OpenedApplication, t: Translate): ApplicationView {
  const { state } = opened
  const clock = opened.clocks.find(({ kind }) => kind === 'promisedLimit') ?? opened.clocks[0]
  const open = opened.steps.filter((step) => step.state === 'open')
  const mayRate = opened.allowed.some(({ action, allowed }) => action === 'rate' && allowed)
  return {
    id: opened.caseId,
    number: opened.number,
    version: opened.version,
    itemName: opened.itemName,
    itemSlug: opened.itemKey,
    state: t(`state.${state}`),
    colour: colourOf(state, clock),
    next: mayRate ? t('next.rate') : t(`next.${state}`, { step: open.map(({ name }) => name).join('、') }),
    needsMe: state === 'awaitingCorrection',
    submittedAt: opened.openedAt,
    holder: opened.waitsFor === 'applicant' ? t('holderYou') : open.map(holderOf).join('、') || t('holderNobody'),
    ...(clock && !ended[state] ? { dueOn: clock.dueOn, clock: clockOf(clock) } : {}),
    ahead: aheadOf(opened),
    files: opened.files.map(({ id, name }) => ({ name, href: `/api/files/${id}` })),
    timeline: opened.timeline.map(happeningOf),
    ...(opened.correction && state === 'awaitingCorrection' ? { correction: correctionOf(opened) } : {}),
    ...outcomeOf(opened, t),
    ...(opened.stars === null ? {} : { rating: { score: opened.stars } }),
    may: mayOf(opened),
  }
}

function aheadOf(opened: OpenedApplication): ApplicationView['ahead'] {
  if (ended[opened.state]) return []
  return opened.steps
    .filter(({ state }) => state === 'open' || state === 'waiting')
    .map((step) => ({ name: step.name, who: holderOf(step), open: step.state === 'open' }))
}

/** An external step is in another office's system: that is who has it, whoever keeps watch here. */
function holderOf(step: OpenedApplication['steps'][number]): string {
  return step.kind === 'external' && step.system ? step.system : step.holder
}

function clockOf(clock: ClockView): NonNullable<ApplicationView['clock']> {
  const total = clock.limitDays + clock.extendedDays
  return {
    startedOn: clock.startedOn,
    dueOn: clock.dueOn,
    used: Math.max(0, total - clock.remainingDays),
    total,
    paused: clock.pauses.some(({ to }) => to === null),
    provisional: clock.provisional,
  }
}

const colours: Record<string, TimeColour> = { requestCorrection: 'yellow', decline: 'red', withdraw: 'grey' }

function happeningOf(entry: OpenedApplication['timeline'][number]): Happening {
  return {
    at: entry.at,
    title: entry.what,
    by: entry.by,
    colour: colours[entry.operation.split('.')[1] ?? ''] ?? 'green',
    ...(entry.note ? { text: entry.note } : {}),
  }
}

function correctionOf(opened: OpenedApplication): NonNullable<ApplicationView['correction']> {
  const names = new Map(opened.materials.map(({ key, name }) => [key, name]))
  const missing = opened.correction?.missing ?? []
  return {
    text: opened.correction?.note ?? '',
    materials: missing.map(({ key, why }) => ({ key, name: names.get(key) ?? key, why })),
    uploads: true,
  }
}

function outcomeOf(opened: OpenedApplication, t: Translate): Pick<ApplicationView, 'outcome'> {
  const { state, outcome } = opened
  if (state !== 'decided' && state !== 'concluded' && state !== 'declined') return {}
  const good = outcome === 'approved' && state !== 'declined'
  const note = opened.timeline.findLast(
    (entry) => entry.note && /decline|decideStep|conclude/.test(entry.operation),
  )?.note
  return {
    outcome: {
      good,
      text: note ?? t(good ? 'outcomeApproved' : 'outcomeRefused'),
      remedy: good ? '' : t('outcomeRemedyLaw'),
    },
  }
}

const verbs: Record<string, ApplicationView['may'][number]> = {
  receiveCorrection: 'answerCorrection',
  withdraw: 'withdraw',
  urge: 'urge',
  rate: 'rate',
}

function mayOf(opened: OpenedApplication): ApplicationView['may'] {
  const may = opened.allowed.flatMap(({ action, allowed }) => (allowed && verbs[action] ? [verbs[action]] : []))
  const accepted = opened.timeline.some(({ operation }) => /\.(accept|acceptAtWindow)$/.test(operation))
  return accepted ? [...may, 'receipt'] : may
}

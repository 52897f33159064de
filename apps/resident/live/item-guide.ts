import type { z } from 'zod'
import type { ItemBody, ItemStep, LocalText, openOutput, Source } from '#modules/service-items/contract.ts'
import type { Language } from '#platform/contract.ts'
import { textIn } from '#platform/text.ts'
import type { Amount, ApplicantKind, GuideStep, ItemGuide, Standing, Stated } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'

const standings: Record<Source['status'], Standing> = {
  sourced: 'sourced',
  localSetting: 'streetSetting',
  toVerify: 'unverified',
  demo: 'unverified',
}

/** One published version as a guide for readers: every statement keeps where it stands. */
export function guideOf(item: z.output<typeof openOutput>, t: Translate, language: Language): ItemGuide {
  const { body } = item
  const say = (text: LocalText) => textIn(text, language)
  return {
    slug: item.key,
    name: say(body.name),
    summary: body.plainName ? say(body.plainName) : '',
    department: body.department.name,
    lifeEvents: body.lifeEvents,
    online: true,
    crossCity: body.cityWide,
    applicants: applicantsOf(body),
    conditions: body.conditions.map((rule) => stated(rule.reasons.met, rule.source)),
    materials: body.materials.map((material) => ({
      ...stated(say(material.name), material.source),
      form: t(`materialForm.${material.form}`),
      required: material.needed,
    })),
    steps: stepsOf(body, t, language),
    process: body.process.map(say),
    limits: limitsOf(body, t),
    amounts: amountsOf(body, item.effectiveFrom),
    fee: stated(say(body.fee.text), body.fee.source),
    hotlines: body.hotlines,
    sources: sourcesOf(body),
    asksRules: item.asks.length > 0,
  }
}

export function applicantsOf(body: ItemBody): ApplicantKind[] {
  const person: ApplicantKind[] = body.audience.includes('person') ? ['self', 'guardian', 'agent'] : []
  return body.audience.includes('organisation') ? [...person, 'organisation'] : person
}

function stated(text: string, source: Source): Stated {
  return { text, standing: standings[source.status], ...(sourceText(source) ? { source: sourceText(source) } : {}) }
}

function sourceText({ title, url, asOf }: Source): string {
  const dated = title && asOf ? `${title}（${asOf}）` : (title ?? '')
  return [dated, url].filter(Boolean).join(' ')
}

/** Acceptance comes before the item's own steps and handing over after them, as in every application. */
function stepsOf(body: ItemBody, t: Translate, language: Language): GuideStep[][] {
  const stages = new Map<number, GuideStep[]>()
  for (const step of [...body.steps].sort((a, b) => a.stage - b.stage)) {
    stages.set(step.stage, [...(stages.get(step.stage) ?? []), guideStep(step, t, language)])
  }
  const acceptedBy = body.acceptance === 'onTheSpot' ? 'stepAcceptanceOnTheSpot' : 'stepAcceptanceAfterReview'
  return [
    [{ name: t('stepAcceptance'), who: t(acceptedBy), place: 'here' }],
    ...stages.values(),
    [{ name: t('stepConclusion'), who: textIn(body.result, language), place: 'here' }],
  ]
}

function guideStep(step: ItemStep, t: Translate, language: Language): GuideStep {
  const limit = step.limitDays === null ? undefined : stated(t('workingDays', { days: step.limitDays }), step.source)
  return {
    name: textIn(step.name, language),
    who: step.kind === 'external' ? (step.system ?? '') : t(`post.${step.holder.post}`),
    place: step.kind === 'external' ? 'external' : 'here',
    ...(limit ? { limit } : {}),
  }
}

function limitsOf(body: ItemBody, t: Translate): ItemGuide['limits'] {
  const limits = [{ name: t('limitPromised'), limit: body.promisedLimit }]
  if (body.statutoryLimit) limits.push({ name: t('limitStatutory'), limit: body.statutoryLimit })
  return limits.map(({ name, limit }) => ({
    name,
    stated: stated(limit.days === 0 ? t('onTheSpot') : t('workingDays', { days: limit.days }), limit.source),
  }))
}

function amountsOf(body: ItemBody, effectiveFrom: string): Amount[] {
  if (!body.amounts) return []
  const { unit, tiers, source } = body.amounts
  return tiers.map((tier) => ({
    tier: tier.tier,
    text: `${tier.yuan} ${unit}`,
    year: (tier.effective?.from ?? source.asOf ?? effectiveFrom).slice(0, 7),
    standing: standings[source.status],
    ...(sourceText(source) ? { source: sourceText(source) } : {}),
  }))
}

function sourcesOf(body: ItemBody): string[] {
  const own = [body.source, ...body.legalBasis.map(({ title, source }) => ({ ...source, title }))]
  return [...new Set(own.map(sourceText).filter(Boolean))]
}

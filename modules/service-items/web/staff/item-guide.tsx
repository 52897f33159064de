import { type ReactNode, useContext } from 'react'
import { Chip } from '#ui/chip.tsx'
import { LanguageContext, useTexts } from '#ui/language.tsx'
import type { ItemBody, LocalText, Source } from '../../contract.ts'
import { texts } from '../texts.ts'

interface AskedField {
  key: string
  label: LocalText
  required: boolean
  binding: object | null
}

/** An item as its reader would want it explained, each fact with where it comes from. */
export function ItemGuide({ body }: { body: ItemBody }) {
  const t = useTexts(texts)
  const say = useSay()
  const form = body.form as { fields: AskedField[] }
  return (
    <article>
      {body.plainName ? <p>{say(body.plainName)}</p> : null}
      <p>
        <Chip>{body.acceptance === 'onTheSpot' ? t.onTheSpot : t.afterReview}</Chip>{' '}
        {body.cityWide ? <Chip>{t.cityWide}</Chip> : null}
      </p>
      <Part title={t.department}>
        <Fact source={body.department.source}>{body.department.name}</Fact>
      </Part>
      <Part title={t.conditions}>
        {body.conditions.map((rule) => (
          <Fact key={rule.id} source={rule.source}>
            {rule.reasons.met}
          </Fact>
        ))}
      </Part>
      <Part title={t.materials}>
        {body.materials.map((one) => (
          <Fact key={one.key} source={one.source}>
            {say(one.name)}（{one.needed ? t.needed : t.mayLack}）
          </Fact>
        ))}
      </Part>
      <Part title={t.form}>
        {form.fields.map((field) => (
          <li key={field.key}>
            {say(field.label)} {field.required ? <Chip>{t.required}</Chip> : null}{' '}
            {field.binding ? <Chip>{t.fromBase}</Chip> : null}
          </li>
        ))}
      </Part>
      <Steps body={body} />
      <Part title={t.limits}>
        <Fact source={body.promisedLimit.source}>{t.promised(body.promisedLimit.days)}</Fact>
        {body.statutoryLimit ? (
          <Fact source={body.statutoryLimit.source}>{t.statutory(body.statutoryLimit.days)}</Fact>
        ) : (
          <li>{t.statutoryUnknown}</li>
        )}
      </Part>
      <Money body={body} />
      {body.period ? (
        <Part title={t.reminders}>
          <Fact source={body.period.source}>
            {body.period.birthdays ? t.birthdays(body.period.birthdays.join('、'), body.period.daysBefore ?? 0) : null}
            {body.period.reviewMonths ? t.review(body.period.reviewMonths) : null}
          </Fact>
        </Part>
      ) : null}
      <Part title={t.basis}>
        {body.legalBasis.map((one) => (
          <Fact key={one.title} source={one.source}>
            {one.title}
          </Fact>
        ))}
      </Part>
      <Part title={t.words}>
        <li>{body.words.join('、') || '—'}</li>
      </Part>
    </article>
  )
}

function Steps({ body }: { body: ItemBody }) {
  const t = useTexts(texts)
  const say = useSay()
  return (
    <Part title={t.steps}>
      {body.steps.map((step) => (
        <Fact key={step.key} source={step.source}>
          {t.stage(step.stage)} · {say(step.name)} ·{' '}
          {step.kind === 'external' ? t.outside(step.system ?? '', step.staleAfterDays ?? 0) : t.inside}
          {step.limitDays === null ? null : ` · ${t.stepDays(step.limitDays)}`}
          {step.publicNotice ? ` · ${t.publicNotice}` : null}
        </Fact>
      ))}
    </Part>
  )
}

function Money({ body }: { body: ItemBody }) {
  const t = useTexts(texts)
  const say = useSay()
  const { amounts, fee } = body
  return (
    <Part title={t.money}>
      <Fact source={fee.source}>{say(fee.text)}</Fact>
      {amounts?.tiers.map((one) => (
        <Fact key={one.tier} source={amounts.source}>
          {one.tier}：<span className="num">{one.yuan}</span> {amounts.unit}
        </Fact>
      ))}
    </Part>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}

function Fact({ source, children }: { source: Source; children: ReactNode }) {
  const t = useTexts(texts)
  const tone = source.status === 'sourced' ? 'plain' : 'wait'
  return (
    <li>
      {children}{' '}
      <Chip tone={tone} title={[source.title, source.asOf].filter(Boolean).join(' · ')}>
        {t[source.status]}
      </Chip>
    </li>
  )
}

function useSay(): (text: LocalText) => string {
  const language = useContext(LanguageContext)
  return (text) => text[language] ?? text['zh-CN']
}

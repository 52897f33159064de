import type { Page, Shown, Visit } from '../page.ts'
import { BindFirst } from '../parts/bind-first.tsx'
import type { Known, KnownPerson, RevealField } from '../resident-api.ts'
import type { Translate } from '../texts/texts.ts'

interface Revealed {
  personId: string
  field: RevealField
  number: string
}

export const myDataPage: Page = {
  path: '/my/data',
  title: 'dataTitle',
  who: 'person',
  get: async (visit) => show(visit, await visit.api.myData(visit.caller)),
  async post(visit, form) {
    const { api, caller } = visit
    const [personId, field] = [form.text('person'), form.text('field')]
    const persons = await api.myData(caller)
    if (!persons?.some(({ id }) => id === personId) || (field !== 'idNumber' && field !== 'phones'))
      return { redirect: '/my/data' }
    return show(visit, persons, { personId, field, number: await api.revealOwn(caller, personId, field) })
  },
}

function show({ t, street }: Visit, persons: KnownPerson[] | null, revealed?: Revealed): Shown {
  return {
    title: t('dataTitle'),
    body: (
      <div className="reading">
        <h1>{t('dataTitle')}</h1>
        {persons === null && <BindFirst street={street} t={t} />}
        {persons && <p>{persons.length > 0 ? t('dataIntro', { phone: street.hotline }) : t('dataEmpty')}</p>}
        {persons && (
          <p>
            <a href="/my/binding">{t('bindingTitle')}</a>
          </p>
        )}
        {persons?.map((person) => (
          <section key={person.id}>
            <h2>
              <span lang="zh-CN">{person.name}</span>{' '}
              {person.ward && <span className="state grey">{t('dataWard')}</span>}
            </h2>
            <div className="card">
              <dl className="facts" lang="zh-CN">
                {person.values.map((known) => (
                  <Value key={known.label + known.source} person={person} known={known} revealed={revealed} t={t} />
                ))}
              </dl>
            </div>
          </section>
        ))}
      </div>
    ),
  }
}

interface ValueProps {
  person: KnownPerson
  known: Known
  revealed: Revealed | undefined
  t: Translate
}

function Value({ person, known, revealed, t }: ValueProps) {
  const shown = revealed?.personId === person.id && revealed.field === known.masked
  return (
    <div>
      <dt>{known.label}</dt>
      <dd>
        {shown ? <b role="status">{revealed.number}</b> : known.value}
        <br />
        <span className="quiet small">
          {t('dataSource')}：{known.source}，{t('dataAsOf')} {known.asOf}
        </span>
        {known.masked && !shown && (
          <form method="post" action="/my/data">
            <input type="hidden" name="person" value={person.id} />
            <input type="hidden" name="field" value={known.masked} />
            <button className="plain" type="submit">
              {t('dataReveal')}
              <span className="hidden"> {known.label}</span>
            </button>
          </form>
        )}
      </dd>
    </div>
  )
}

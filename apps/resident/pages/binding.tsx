import { when } from '#apps/receipt/when.ts'
import type { FieldError, Page, Shown, Visit } from '../page.ts'
import { ErrorSummary, TextField } from '../parts/fields.tsx'
import { whereOf } from '../parts/where.ts'
import type { Binding } from '../resident-api.ts'
import type { Translate } from '../texts/texts.ts'

interface State {
  code?: { code: string; minutes: number }
  errors: FieldError[]
}

/** How an account comes to speak for a person: a code on this screen that a clerk reads, or a code sent by post. */
export const bindingPage: Page = {
  path: '/my/binding',
  title: 'bindingTitle',
  who: 'account',
  get: (visit) => show(visit, { errors: [] }),
  async post(visit, form) {
    const { api, caller, t } = visit
    switch (form.text('do')) {
      case 'show':
        return show(visit, { code: await api.showBindingCode(caller), errors: [] })
      case 'redeem': {
        const letter = form.text('letter').slice(0, 40)
        const opened = letter.length >= 12 && (await api.redeemLetter(caller, letter))
        if (opened) return { redirect: '/my/data' }
        return show(visit, { errors: [{ field: 'letter', message: t('bindingLetterWrong') }] })
      }
      case 'end':
        await api.endBinding(caller, form.text('person'))
        return { redirect: '/my/binding' }
      default:
        return show(visit, { errors: [] })
    }
  },
}

async function show(visit: Visit, { code, errors }: State): Promise<Shown> {
  const { api, caller, street, t } = visit
  const bindings = await api.bindings(caller)
  return {
    title: t('bindingTitle'),
    status: errors.length > 0 ? 422 : 200,
    back: { href: '/my/data', text: t('navData') },
    body: (
      <div className="reading">
        <ErrorSummary errors={errors} t={t} />
        <h1>{t('bindingTitle')}</h1>
        <p>{t('bindingWhy')}</p>
        {bindings.length > 0 && <Bindings bindings={bindings} t={t} />}
        <h2>{t('bindingAtWindow')}</h2>
        <p>{t('bindText', { where: whereOf(street) })}</p>
        {code ? (
          <div className="notice" role="status">
            <h2 className="number">{code.code.replace(/^(\d{4})(\d{4})$/, '$1 $2')}</h2>
            <p>{t('bindingCodeText', { minutes: code.minutes })}</p>
          </div>
        ) : (
          <form method="post" action="/my/binding">
            <input type="hidden" name="do" value="show" />
            <button className="button" type="submit">
              {t('bindingShow')}
            </button>
          </form>
        )}
        <h2>{t('bindingByPost')}</h2>
        <form method="post" action="/my/binding">
          <input type="hidden" name="do" value="redeem" />
          <TextField
            id="letter"
            label={t('bindingLetter')}
            help={t('bindingLetterHelp')}
            autoComplete="off"
            maxLength={40}
            errors={errors}
          />
          <button className="button second" type="submit">
            {t('bindingRedeem')}
          </button>
        </form>
      </div>
    ),
  }
}

function Bindings({ bindings, t }: { bindings: Binding[]; t: Translate }) {
  return (
    <>
      <h2>{t('bindingList')}</h2>
      <ul className="list">
        {bindings.map(({ personId, name, how, since }) => (
          <li key={personId}>
            <p lang="zh-CN">
              <b>{name}</b>
            </p>
            <p className="quiet small">
              {t(how === 'postedCode' ? 'bindingHowPost' : 'bindingHowWindow')} · {when(since)}
            </p>
            <form method="post" action="/my/binding">
              <input type="hidden" name="do" value="end" />
              <input type="hidden" name="person" value={personId} />
              <button className="plain" type="submit">
                {t('bindingEnd')}
                <span className="hidden">：{name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

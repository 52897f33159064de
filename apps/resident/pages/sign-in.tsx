import { Problem } from '#platform/errors/problem.ts'
import type { FieldError, Page, Sent, Shown, Visit } from '../page.ts'
import { ErrorSummary, TextField } from '../parts/fields.tsx'
import { safePath } from '../safe-path.ts'

interface State {
  back: string
  phone?: string
  sent?: boolean
  demoCode?: string
  errors: FieldError[]
}

/** Phone, then code. Every number is answered alike, so that nobody learns who has an account. */
export const signInPage: Page = {
  path: '/sign-in',
  title: 'signInTitle',
  who: 'anyone',
  async get(visit) {
    const back = safePath(visit.url.searchParams.get('back') ?? '/my')
    if (visit.account) return { redirect: back }
    return show(visit, { back, errors: [] })
  },
  async post(visit, form) {
    const back = safePath(form.text('back') || '/my')
    const phone = form
      .text('phone')
      .replace(/[\s-]/g, '')
      .replace(/^\+?86(?=1\d{10}$)/, '')
    if (!/^1[3-9]\d{9}$/.test(phone)) {
      return show(visit, { back, phone, errors: [{ field: 'phone', message: visit.t('signInPhoneWrong') }] })
    }
    return form.text('step') === 'code'
      ? enter(visit, { back, phone }, form.text('code'))
      : send(visit, { back, phone })
  },
}

async function send(visit: Visit, { back, phone }: { back: string; phone: string }): Promise<Shown> {
  try {
    const { demoCode } = await visit.door.requestCode(phone)
    return show(visit, { back, phone, sent: true, demoCode, errors: [] })
  } catch (error) {
    return show(visit, { back, phone, errors: [{ field: 'phone', message: tooOften(visit, error) }] })
  }
}

async function enter(visit: Visit, known: { back: string; phone: string }, typed: string): Promise<Shown | Sent> {
  const wrong = (message: string) => show(visit, { ...known, sent: true, errors: [{ field: 'code', message }] })
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return wrong(visit.t('signInCodeWrong'))
  try {
    await visit.door.enter(known.phone, code)
    return { redirect: known.back }
  } catch (error) {
    if (error instanceof Problem && error.status < 500 && error.code !== 'too-many')
      return wrong(visit.t('signInCodeWrong'))
    return wrong(tooOften(visit, error))
  }
}

function tooOften({ t }: Visit, error: unknown): string {
  if (!(error instanceof Problem) || error.code !== 'too-many') throw error
  const seconds = Number(error.params.seconds ?? error.params.retryAfter ?? 600)
  return t('signInTooOften', { minutes: Math.max(1, Math.ceil(seconds / 60)) })
}

function show({ t }: Visit, { back, phone, sent, demoCode, errors }: State): Shown {
  return {
    title: t('signInTitle'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <div className="reading">
        <ErrorSummary errors={errors} t={t} />
        <h1>{t('signInTitle')}</h1>
        {!sent && <p>{t('signInWhy')}</p>}
        {demoCode && (
          <p className="notice warn" role="status">
            {t('signInDemoCode', { code: demoCode })}
          </p>
        )}
        <form method="post" action="/sign-in">
          <input type="hidden" name="back" value={back} />
          {sent ? (
            <>
              <input type="hidden" name="step" value="code" />
              <input type="hidden" name="phone" value={phone} />
              <TextField
                id="code"
                label={t('signInCode')}
                help={t('signInCodeHelp', { phone: phone ?? '' })}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={12}
                short
                errors={errors}
              />
            </>
          ) : (
            <TextField
              id="phone"
              label={t('signInPhone')}
              help={t('signInPhoneHelp')}
              type="tel"
              autoComplete="tel-national"
              maxLength={20}
              value={phone}
              errors={errors}
            />
          )}
          <button className="button" type="submit">
            {t(sent ? 'signInDone' : 'signInSend')}
          </button>
        </form>
        {sent && (
          <p>
            <a href={`/sign-in?back=${encodeURIComponent(back)}`}>{t('signInAgain')}</a>
          </p>
        )}
        <p className="quiet">{t('signInPersonNote')}</p>
      </div>
    ),
  }
}

import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import type { ApplicationView } from '../application-api.ts'
import type { FieldError } from '../page.ts'
import type { TextKey, Translate } from '../texts/texts.ts'
import { FileField, PickField, TextField, TickField } from './fields.tsx'

interface Props {
  application: ApplicationView
  errors: FieldError[]
  t: Translate
}

/** Only what the resident may do now: what the server would refuse is not offered. */
export function ApplicationForms({ application, errors, t }: Props) {
  const { may } = application
  return (
    <>
      {may.includes('answerCorrection') && <Correction {...{ application, errors, t }} />}
      {may.includes('rate') && <Rating {...{ application, errors, t }} />}
      {application.rating && (
        <p className="notice">{t('rated', { score: t(`rate${application.rating.score}` as TextKey) })}</p>
      )}
      {application.remedy && <Remedy {...{ application, errors, t }} />}
      {may.includes('urge') && (
        <details>
          <summary>{t('urgeTitle')}</summary>
          <ChangeForm application={application} change="urge">
            <p>{t('urgeHelp')}</p>
            <TextField id="urgeText" label={t('urgeText') + t('optional')} lines maxLength={500} errors={errors} />
            <Send text={t('urgeSend')} />
          </ChangeForm>
        </details>
      )}
      {may.includes('withdraw') && (
        <details open={errors.some(({ field }) => field === 'withdrawConfirm')}>
          <summary>{t('withdrawTitle')}</summary>
          <ChangeForm application={application} change="withdraw">
            <p>{t('withdrawHelp')}</p>
            <TextField
              id="withdrawReason"
              label={t('withdrawReason') + t('optional')}
              maxLength={500}
              errors={errors}
            />
            <TickField id="withdrawConfirm" label={t('withdrawConfirm')} errors={errors} />
            <Send text={t('withdrawSend')} className="button danger" />
          </ChangeForm>
        </details>
      )}
    </>
  )
}

function Correction({ application, errors, t }: Props) {
  const { correction } = application
  if (!correction) return null
  return (
    <section className="notice warn" aria-labelledby="correction">
      <h2 id="correction">{t('correctionTitle')}</h2>
      {correction.text && <p lang="zh-CN">{correction.text}</p>}
      {correction.until && <p>{t('correctionUntil', { date: correction.until })}</p>}
      <ChangeForm application={application} change="answerCorrection">
        {correction.materials.map(({ key, name, why }) => (
          <div className="card" key={key} lang="zh-CN">
            <h3>{name}</h3>
            <p>{why}</p>
            {correction.uploads && (
              <FileField
                id={`file-${key}`}
                label={t('correctionFile', { name })}
                help={t('correctionFileHelp')}
                errors={errors}
              />
            )}
            <label className="pick">
              <input type="checkbox" name="brought" value={key} />
              {t('correctionBring')}
            </label>
          </div>
        ))}
        <TextField id="correctionText" label={t('correctionText')} lines maxLength={1000} errors={errors} />
        <Send text={t('correctionSend')} />
      </ChangeForm>
    </section>
  )
}

function Rating({ application, errors, t }: Props) {
  const scores = [5, 4, 3, 2, 1].map((score) => ({ value: String(score), label: t(`rate${score}` as TextKey) }))
  return (
    <section className="card" aria-labelledby="rating">
      <h2 id="rating">{t('rateTitle')}</h2>
      <ChangeForm application={application} change="rate">
        <PickField id="score" label={t('rateScore')} choices={scores} errors={errors} />
        <TextField
          id="rateText"
          label={t('rateText') + t('optional')}
          help={t('rateTextHelp')}
          lines
          maxLength={1000}
          errors={errors}
        />
        <Send text={t('rateSend')} />
      </ChangeForm>
    </section>
  )
}

/** What was done about a bad rating; whoever rated has the last word. */
function Remedy({ application, errors, t }: Props) {
  const { state, reply, mayAnswer, version } = application.remedy!
  const choices = [
    { value: 'yes', label: t('remedySettled') },
    { value: 'no', label: t('remedyNotSettled') },
  ]
  return (
    <section className="card" aria-labelledby="remedy">
      <h2 id="remedy">{t('remedyTitle')}</h2>
      <p lang="zh-CN">{state}</p>
      {reply.length > 0 && (
        <dl className="facts" lang="zh-CN">
          {reply.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {mayAnswer && (
        <ChangeForm application={{ ...application, version }} change="answerRemedy">
          <PickField id="settled" label={t('remedyAsk')} choices={choices} errors={errors} />
          <TextField id="remedyReason" label={t('remedyReason')} lines maxLength={500} errors={errors} />
          <Send text={t('remedySend')} />
        </ChangeForm>
      )}
    </section>
  )
}

/** The key goes out with the form, so that sending it twice has one effect; the version, so that nobody is overtaken unseen. */
function ChangeForm(props: { application: ApplicationView; change: string; children: ReactNode }) {
  const { application, change, children } = props
  return (
    <form method="post" encType="multipart/form-data" action={`/my/applications/${application.id}`}>
      <input type="hidden" name="change" value={change} />
      <input type="hidden" name="version" value={application.version} />
      <input type="hidden" name="key" value={randomUUID()} />
      {children}
    </form>
  )
}

function Send({ text, className = 'button' }: { text: string; className?: string }) {
  return (
    <p className="actions">
      <button className={className} type="submit">
        {text}
      </button>
    </p>
  )
}

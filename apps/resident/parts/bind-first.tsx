import type { Street } from '../resident-api.ts'
import type { Translate } from '../texts/texts.ts'
import { whereOf } from './where.ts'

/** A phone is not an identity: what the house knows about a person is shown only once a document was checked. */
export function BindFirst({ street, t }: { street: Street; t: Translate }) {
  return (
    <div className="notice">
      <h2>{t('bindTitle')}</h2>
      <p>{t('bindText', { where: whereOf(street) })}</p>
      <p>
        <a className="button" href="/my/binding">
          {t('bindGo')}
        </a>
      </p>
    </div>
  )
}

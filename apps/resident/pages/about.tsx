import type { Page } from '../page.ts'
import { whereOf } from '../parts/where.ts'

export const aboutPage: Page = {
  path: '/about',
  title: 'aboutTitle',
  who: 'anyone',
  sameForAll: true,
  async get({ t, street }) {
    return {
      title: t('aboutTitle'),
      body: (
        <div className="reading">
          <h1>{t('aboutTitle')}</h1>
          <p>{t('aboutText', { street: street.name })}</p>
          <h2>{t('aboutPrivacyTitle')}</h2>
          <p>{t('aboutPrivacyText')}</p>
          <h2>{t('aboutContactTitle')}</h2>
          <p>{t('footerCentre', { where: whereOf(street) })}</p>
          {street.centre.hours && <p>{t('footerHours', { hours: street.centre.hours })}</p>}
          <p>
            <a href={`tel:${street.hotline}`}>{t('footerHotline', { phone: street.hotline })}</a>
          </p>
        </div>
      ),
    }
  },
}

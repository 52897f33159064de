import type { Page } from '../page.ts'

export const accessibilityPage: Page = {
  path: '/accessibility',
  title: 'accessibilityTitle',
  who: 'anyone',
  sameForAll: true,
  async get({ t, street }) {
    return {
      title: t('accessibilityTitle'),
      body: (
        <div className="reading">
          <h1>{t('accessibilityTitle')}</h1>
          <p>{t('accessibilityText')}</p>
          <p>{t('accessibilityGoal')}</p>
          <h2>{t('accessibilityHelpTitle')}</h2>
          <p>{t('accessibilityHelpText', { phone: street.hotline, centre: street.centre.name })}</p>
        </div>
      ),
    }
  },
}

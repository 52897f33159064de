import type { Page } from '../page.ts'

/** What anybody may learn who holds the paper: that it is genuine and how far the matter is. No personal data. */
export const verifyPage: Page = {
  path: '/verify/:token',
  title: 'verifyTitle',
  who: 'anyone',
  async get({ api, params, t, street }) {
    const found = await api.verify(params.token ?? '')
    if (!found) {
      return {
        title: t('verifyBad'),
        status: 404,
        body: (
          <div className="reading">
            <h1>{t('verifyTitle')}</h1>
            <div className="notice bad">
              <h2>{t('verifyBad')}</h2>
              <p>{t('verifyBadText', { phone: street.hotline })}</p>
            </div>
          </div>
        ),
      }
    }
    const facts: [string, string | undefined][] = [
      [t('myNumber'), found.number],
      [t('verifyStreet'), found.subdistrict],
      [t('receiptItem'), found.itemName],
      [t('trackState'), found.state],
      [t('receiptAcceptedOn'), found.acceptedOn],
      [t('myDue'), found.dueOn],
      [t('receiptConcludedOn'), found.concludedOn],
    ]
    return {
      title: t('verifyTitle'),
      body: (
        <div className="reading">
          <h1>{t('verifyTitle')}</h1>
          <div className="notice good">
            <h2>{t('verifyGood')}</h2>
          </div>
          <dl className="facts card">
            {facts
              .filter(([, value]) => value)
              .map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd lang="zh-CN">{value}</dd>
                </div>
              ))}
          </dl>
          <p className="quiet">{t('verifyPrivacy')}</p>
        </div>
      ),
    }
  },
}

import type { Amount } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'
import { StandingMark } from './marks.tsx'

/** Money never stands without its year and its source. */
export function AmountsTable({ amounts, t }: { amounts: Amount[]; t: Translate }) {
  const sources = new Set(amounts.map(({ source }) => source))
  const [common] = sources.size === 1 ? sources : []
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('itemAmountTier')}</th>
            <th scope="col">{t('itemAmount')}</th>
            <th scope="col">{t('itemAmountYear')}</th>
          </tr>
        </thead>
        <tbody lang="zh-CN">
          {amounts.map((amount) => (
            <tr key={`${amount.tier} ${amount.year}`}>
              <th scope="row">{amount.tier}</th>
              <td>
                {amount.text}
                <StandingMark standing={amount.standing} t={t} />
                {!common && amount.source && (
                  <div className="quiet small">{t('standingSource', { source: amount.source })}</div>
                )}
              </td>
              <td className="number">{amount.year}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {common && <p className="quiet small">{t('standingSource', { source: common })}</p>}
    </div>
  )
}

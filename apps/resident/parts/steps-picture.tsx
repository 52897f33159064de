import type { GuideStep } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'
import { Statement } from './marks.tsx'

/** The way of a matter as a line of stations; a screen reader meets the same thing as an ordered list. */
export function StepsPicture({ steps, t }: { steps: GuideStep[][]; t: Translate }) {
  return (
    <ol className="path">
      {steps.map((group) => {
        const [only] = group
        return (
          <li key={group.map(({ name }) => name).join()}>
            {group.length === 1 && only ? (
              <Station step={only} t={t} />
            ) : (
              <div className="together">
                <p className="quiet small">{t('itemStepSameTime')}</p>
                <ul>
                  {group.map((step) => (
                    <li key={step.name} className={step.place === 'external' ? 'external' : undefined}>
                      <Station step={step} t={t} />
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Station({ step, t }: { step: GuideStep; t: Translate }) {
  return (
    <>
      <strong lang="zh-CN">{step.name}</strong>
      <span lang="zh-CN">{step.who}</span>
      {step.place === 'external' && <span className="quiet">（{t('itemStepExternal')}）</span>}
      {step.limit && (
        <>
          {' · '}
          <Statement stated={step.limit} t={t} />
        </>
      )}
    </>
  )
}

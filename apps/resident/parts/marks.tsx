import type { TimeColour } from '#ui/tokens.ts'
import type { Standing, Stated } from '../item-api.ts'
import type { Translate } from '../texts/texts.ts'

/** Where a statement stands, in words beside it: an unchecked rule must not look like law. */
export function StandingMark({ standing, t }: { standing: Standing; t: Translate }) {
  if (standing === 'sourced') return null
  const key = standing === 'streetSetting' ? 'standingStreetSetting' : 'standingUnverified'
  return (
    <>
      {' '}
      <span className={`chip ${standing}`} title={t(`${key}Help`)}>
        {t(key)}
      </span>
    </>
  )
}

export function Statement({ stated, t }: { stated: Stated; t: Translate }) {
  return (
    <>
      <span lang="zh-CN">{stated.text}</span>
      <StandingMark standing={stated.standing} t={t} />
    </>
  )
}

/** The state in words; colour only repeats it. */
export function StateMark({ state, colour }: { state: string; colour: TimeColour }) {
  return <span className={`state ${colour}`}>{state}</span>
}

import type { ReactNode } from 'react'
import type { ApplicantKind, ItemGuide } from '../item-api.ts'
import type { Street } from '../resident-api.ts'
import type { TextKey, Translate } from '../texts/texts.ts'
import { AmountsTable } from './amounts-table.tsx'
import { Statement } from './marks.tsx'
import { StepsPicture } from './steps-picture.tsx'

const applicantNames: Record<ApplicantKind, TextKey> = {
  self: 'applicantSelf',
  guardian: 'applicantGuardian',
  agent: 'applicantAgent',
  organisation: 'applicantOrganisation',
}

export interface GuideSection {
  id: string
  heading: TextKey
  content: ReactNode
}

/** The parts of a guide that this item has; an empty part is left out, except the materials, whose absence is told. */
export function guideSections(item: ItemGuide, street: Street, t: Translate): GuideSection[] {
  const sections: (GuideSection | false)[] = [
    {
      id: 'applicants',
      heading: 'itemApplicants',
      content: <p>{item.applicants.map((who) => t(applicantNames[who])).join('、')}</p>,
    },
    item.conditions.length > 0 && {
      id: 'conditions',
      heading: 'itemConditions',
      content: (
        <ul>
          {item.conditions.map((condition) => (
            <li key={condition.text}>
              <Statement stated={condition} t={t} />
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'materials', heading: 'itemMaterials', content: <Materials item={item} phone={street.hotline} t={t} /> },
    item.steps.length > 0 && { id: 'steps', heading: 'itemSteps', content: <Way item={item} t={t} /> },
    item.limits.length > 0 && {
      id: 'limits',
      heading: 'itemLimits',
      content: (
        <dl className="facts">
          {item.limits.map(({ name, stated }) => (
            <div key={name}>
              <dt lang="zh-CN">{name}</dt>
              <dd>
                <Statement stated={stated} t={t} />
              </dd>
            </div>
          ))}
        </dl>
      ),
    },
    item.amounts.length > 0 && {
      id: 'amounts',
      heading: 'itemAmounts',
      content: <AmountsTable amounts={item.amounts} t={t} />,
    },
    item.fee !== undefined && {
      id: 'fee',
      heading: 'itemFee',
      content: (
        <p>
          <Statement stated={item.fee} t={t} />
        </p>
      ),
    },
    item.hotlines.length > 0 && {
      id: 'hotlines',
      heading: 'itemHotlines',
      content: (
        <p>
          {item.hotlines.map((phone) => (
            <span key={phone}>
              <a href={`tel:${phone}`}>{phone}</a>{' '}
            </span>
          ))}
        </p>
      ),
    },
    { id: 'sources', heading: 'itemSources', content: <Sources item={item} t={t} /> },
  ]
  return sections.filter((section) => section !== false)
}

function Way({ item, t }: { item: ItemGuide; t: Translate }) {
  return (
    <>
      <StepsPicture steps={item.steps} t={t} />
      {item.process.map((sentence) => (
        <p key={sentence} lang="zh-CN">
          {sentence}
        </p>
      ))}
    </>
  )
}

function Materials({ item, phone, t }: { item: ItemGuide; phone: string; t: Translate }) {
  if (item.materials.length === 0) return <p>{t('itemMaterialsNone', { phone })}</p>
  return (
    <ol className="cols">
      {item.materials.map((material) => (
        <li key={material.text}>
          <Statement stated={material} t={t} />{' '}
          <span className="quiet">
            <span lang="zh-CN">{material.form}</span>
            {!material.required && `（${t('itemMaterialOptional')}）`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Sources({ item, t }: { item: ItemGuide; t: Translate }) {
  return (
    <>
      <ul className="small" lang="zh-CN">
        {item.sources.map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <p className="quiet small">{t('standingLegend')}</p>
    </>
  )
}

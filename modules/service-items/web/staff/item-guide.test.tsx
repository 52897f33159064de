import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { catalogue } from '../../catalogue/load-catalogue.ts'
import { itemBody } from '../../contract.ts'
import { ItemGuide } from './item-guide.tsx'

test.each(catalogue.map((item) => [item.key, item] as const))(
  '%s reads as a guide, with its sources and without code',
  (_, item) => {
    const html = renderToStaticMarkup(<ItemGuide body={itemBody.parse(item.body)} />)
    const words = html.replace(/<[^>]*>/g, ' ')
    for (const one of ['谁可以办', '要带什么', '怎么办理', '本街道设定', '待核实', '有出处'])
      expect(words).toContain(one)
    expect(words).not.toMatch(/[{}[\]]|undefined|birthDate|NaN/)
  },
)

import { defineModule } from '#kernel/access/door.ts'
import { draftItem } from './draft-item.ts'
import { listItems } from './list-items.ts'
import { listVersions } from './list-versions.ts'
import { mayI } from './may-i.ts'
import { openItem } from './open-item.ts'
import { openVersion } from './open-version.ts'
import { publishItem } from './publish-item.ts'
import { sendBackItem } from './send-back-item.ts'
import { submitItem } from './submit-item.ts'
import { texts } from './texts.ts'

export const serviceItems = defineModule({
  name: 'service-items',
  operations: [listItems, openItem, mayI, draftItem, submitItem, publishItem, sendBackItem, listVersions, openVersion],
  texts,
})

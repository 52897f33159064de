import { defineModule } from '#kernel/access/door.ts'
import { listItems, mayI, openItem } from './public-queries.ts'
import { texts } from './texts.ts'

export const serviceItems = defineModule({ name: 'service-items', operations: [listItems, openItem, mayI], texts })

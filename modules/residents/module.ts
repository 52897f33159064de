import { defineModule } from '#kernel/access/door.ts'
import { beginApplication } from './begin-application.ts'
import { discardDraft } from './discard-draft.ts'
import { draft } from './draft.ts'
import { findOrganisation } from './find-organisation.ts'
import { forgetDrafts } from './forget-drafts-sweep.ts'
import { me } from './me.ts'
import { messages } from './messages.ts'
import { ownData } from './own-data.ts'
import { readMessages } from './read-messages.ts'
import { revealOwn } from './reveal-own.ts'
import { saveDraft } from './save-draft.ts'
import { street } from './street.ts'
import { texts } from './texts.ts'
import { whoLooked } from './who-looked.ts'

export const residents = defineModule({
  name: 'residents',
  operations: [
    street,
    me,
    beginApplication,
    findOrganisation,
    draft,
    saveDraft,
    discardDraft,
    ownData,
    revealOwn,
    whoLooked,
    messages,
    readMessages,
  ],
  jobs: [forgetDrafts],
  texts,
})

import { defineModule } from '#kernel/access/door.ts'
import { approveMinorFile } from './approve-minor-file.ts'
import { find } from './find-persons.ts'
import { minorFiles } from './minor-files.ts'
import { open } from './open-person.ts'
import { requestMinorFile } from './request-minor-file.ts'
import { reveal } from './reveal-fields.ts'
import { texts } from './texts.ts'

/** 查人、一人一档: found by one box, opened with a purpose, revealed field by field. */
export const people = defineModule({
  name: 'people',
  operations: [find, open, reveal, requestMinorFile, approveMinorFile, minorFiles],
  texts,
})

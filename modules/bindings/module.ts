import { defineModule } from '#kernel/access/door.ts'
import { bindPerson } from './bind-person.ts'
import { mine } from './binding-queries.ts'
import { endBinding } from './end-binding.ts'
import { issueLetter } from './issue-letter.ts'
import { redeemLetter } from './redeem-letter.ts'
import { showCode } from './show-code.ts'
import { texts } from './texts.ts'

export const bindings = defineModule({
  name: 'bindings',
  operations: [showCode, bindPerson, issueLetter, redeemLetter, endBinding, mine],
  texts,
})

import { defineModule } from '#kernel/access/door.ts'
import { acceptReply } from './accept-reply.ts'
import { clockColours } from './clock-colours-sweep.ts'
import { closeRemedy } from './close-remedy.ts'
import { contestReply } from './contest-reply.ts'
import { openFromRating } from './open-from-rating.ts'
import { inbox, mine, open } from './remedy-lists.ts'
import { replyRemedy } from './reply-remedy.ts'
import { tellRemedy } from './tell-remedy.ts'
import { texts } from './texts.ts'

/** 差评整改: a bad rating is talked about, put right, and answered by whoever rated. */
export const remedies = defineModule({
  name: 'remedies',
  operations: [replyRemedy, acceptReply, contestReply, closeRemedy, inbox, open, mine],
  jobs: [clockColours],
  subscriptions: [openFromRating, tellRemedy],
  texts,
})

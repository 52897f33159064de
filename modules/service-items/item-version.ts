import { type Actor, firstRefusal, type HeldPost } from '#kernel/access/door.ts'
import { allowed, type Decision, refused } from '#platform/contract.ts'
import { problem } from '#platform/errors/problem.ts'

/** One version of an item on its way: draft → submitted → published, and back to draft when it is sent back. */
export interface ItemVersion {
  id: string
  key: string
  version: number
  revision: number
  status: 'draft' | 'submitted' | 'published'
  /** null: an item for every street, kept by the district. */
  subdistrictId: string | null
  name: string
  effectiveFrom: string | null
  effectiveTo: string | null
  draftedBy: string
  submittedBy: string | null
  publishedBy: string | null
  approvalId: string | null
}

/** The post in whose name an item of this street (or of all) is edited. */
export function editingPost(actor: Actor, subdistrictId: string | null): HeldPost | undefined {
  return actor.posts.find(
    (post) => post.kind === 'itemEditor' && (post.subdistrictId === null || post.subdistrictId === subdistrictId),
  )
}

export function permitEditing(actor: Actor, subdistrictId: string | null): Decision {
  if (!actor.posts.some((post) => post.kind === 'itemEditor')) return refused('service-items.editor-needed')
  return editingPost(actor, subdistrictId) ? allowed : refused('service-items.other-street')
}

/** A version that waits for its second person is changed only by whoever submitted it, which takes it back. */
export function permitDrafting(actor: Actor, subdistrictId: string | null, inWork: ItemVersion | null): Decision {
  const waits = inWork?.status === 'submitted' && inWork.submittedBy !== actor.accountId
  return firstRefusal(
    permitEditing(actor, subdistrictId),
    waits ? refused('service-items.awaits-publication') : allowed,
  )
}

export function permitSubmitting(actor: Actor, version: ItemVersion): Decision {
  return firstRefusal(
    permitEditing(actor, version.subdistrictId),
    version.status === 'draft' ? allowed : refused('service-items.not-a-draft'),
  )
}

/** 两人发布: publishing and sending back are the second person's. */
export function permitSecondPerson(actor: Actor, version: ItemVersion): Decision {
  const first = [version.draftedBy, version.submittedBy].includes(actor.accountId)
  return firstRefusal(
    permitEditing(actor, version.subdistrictId),
    version.status === 'submitted' ? allowed : refused('service-items.not-submitted'),
    first ? refused('service-items.second-person') : allowed,
  )
}

/** Whoever says which revision he has read acts on that one alone: nobody publishes words that changed meanwhile. */
export function checkRead(expectedRevision: number | undefined, version: ItemVersion): void {
  if (expectedRevision !== undefined && expectedRevision !== version.revision) throw problem('changed-meanwhile')
}

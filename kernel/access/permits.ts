import { allowed, type Decision, refused } from '#platform/contract.ts'
import type { Actor, HeldPost, PostKind } from './actor.ts'

export function holds(actor: Actor, ...kinds: PostKind[]): HeldPost | undefined {
  return actor.posts.find((post) => kinds.includes(post.kind))
}

/** Yes if the caller holds one of these posts, at this street where one is named. */
export function permitPost(actor: Actor, kinds: PostKind[], subdistrictId?: string): Decision {
  const held = actor.posts.some(
    (post) =>
      kinds.includes(post.kind) &&
      (subdistrictId === undefined || post.subdistrictId === null || post.subdistrictId === subdistrictId),
  )
  return held ? allowed : refused('access.post-needed')
}

export function firstRefusal(...decisions: Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allowed
}

import { createContext, useContext } from 'react'

export type HeldPost = { postId: string; kind: string; name: string; areaName?: string }
export type Me = {
  accountId: string
  name: string
  staffNumber: string | null
  posts: HeldPost[]
  operations: string[]
  today?: string
}

export type Session = { me: Me; post: HeldPost | null; choosePost: (postId: string) => void; signOut: () => void }

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('SessionContext is missing')
  return session
}

const chosenPost = (accountId: string) => `linli.post.${accountId}`

/** Which of one's posts one works as now: a choice of view, never of rights, which the server decides for each call. */
export function currentPost(me: Me): HeldPost | null {
  const id = localStorage.getItem(chosenPost(me.accountId))
  return me.posts.find((post) => post.postId === id) ?? me.posts[0] ?? null
}

export function rememberPost(me: Me, postId: string): void {
  localStorage.setItem(chosenPost(me.accountId), postId)
}

import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useAct, useRead } from '#ui/api.tsx'
import { ProblemError } from '#ui/problem.ts'
import { ErrorState, LoadingState } from '#ui/state-views.tsx'
import { useLiveUpdates } from '../api/live.ts'
import { createStaffRouter } from '../routes.tsx'
import { SignInScreen } from '../sign-in/sign-in-screen.tsx'
import { currentPost, type Me, rememberPost, SessionContext } from './session.tsx'

/** Signed in, or the sign-in screen; a session that ends keeps the address, so that work goes on where it stopped. */
export function Gate({ ended }: { ended: number }) {
  const queries = useQueryClient()
  const me = useRead<Me>('identity.me', {}, { staleMs: 60_000 })
  const [endedSeen, setEndedSeen] = useState(0)
  const signedOut = me.error instanceof ProblemError && me.error.status === 401
  const revoked = me.data !== undefined && ended > endedSeen

  if (signedOut || revoked) {
    const enter = () => {
      setEndedSeen(ended)
      queries.clear()
      me.refetch()
    }
    return <SignInScreen onSignedIn={enter} ended={revoked} />
  }
  if (me.data) return <Workbench me={me.data} />
  if (me.error) return <ErrorState error={me.error} onRetry={() => me.refetch()} />
  return <LoadingState />
}

function Workbench({ me }: { me: Me }) {
  const queries = useQueryClient()
  const router = useMemo(createStaffRouter, [])
  const [post, setPost] = useState(() => currentPost(me))
  const leave = useAct<object, unknown>('identity.signOut', {
    refresh: [],
    onDone: () => window.location.assign('/staff'),
  })
  useLiveUpdates(queries, true)
  const session = {
    me,
    post,
    choosePost: (postId: string) => {
      rememberPost(me, postId)
      setPost(currentPost(me))
      queries.invalidateQueries()
      router.navigate({ to: '/' })
    },
    signOut: () => leave.send({}),
  }
  return (
    <SessionContext value={session}>
      <RouterProvider router={router} />
    </SessionContext>
  )
}

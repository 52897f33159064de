import type { Page } from '../page.ts'

export const signOutPage: Page = {
  path: '/sign-out',
  title: 'signOut',
  who: 'anyone',
  // A link must not end a session; whoever opens the address is shown the way home.
  get: async () => ({ redirect: '/' }),
  async post({ door }) {
    await door.leave()
    return { redirect: '/' }
  },
}

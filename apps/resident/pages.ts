import type { Page } from './page.ts'
import { aboutPage } from './pages/about.tsx'
import { accessibilityPage } from './pages/accessibility.tsx'
import { applicationPage } from './pages/application.tsx'
import { applyPage } from './pages/apply.tsx'
import { bindingPage } from './pages/binding.tsx'
import { homePage } from './pages/home.tsx'
import { itemPage } from './pages/item.tsx'
import { itemsPage } from './pages/items.tsx'
import { lookedPage } from './pages/looked.tsx'
import { mayIPage } from './pages/may-i.tsx'
import { messagesPage } from './pages/messages.tsx'
import { myPage } from './pages/my.tsx'
import { myDataPage } from './pages/my-data.tsx'
import { offlinePage } from './pages/offline.tsx'
import { receiptPage } from './pages/receipt.ts'
import { signInPage } from './pages/sign-in.tsx'
import { signOutPage } from './pages/sign-out.ts'
import { verifyPage } from './pages/verify.tsx'

/** The router's list. The accessibility test opens every one of them. */
export const pages: readonly Page[] = [
  homePage,
  itemsPage,
  itemPage,
  mayIPage,
  applyPage,
  signInPage,
  signOutPage,
  myPage,
  applicationPage,
  receiptPage,
  myDataPage,
  bindingPage,
  lookedPage,
  messagesPage,
  verifyPage,
  aboutPage,
  accessibilityPage,
  offlinePage,
]

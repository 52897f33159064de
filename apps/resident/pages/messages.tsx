import { when } from '#apps/receipt/when.ts'
import type { Page } from '../page.ts'

export const messagesPage: Page = {
  path: '/my/messages',
  title: 'messagesTitle',
  who: 'account',
  async get({ api, caller, t }) {
    const messages = await api.messages(caller)
    return {
      title: t('messagesTitle'),
      body: (
        <div className="reading">
          <h1>{t('messagesTitle')}</h1>
          {messages.length === 0 && <p>{t('messagesEmpty')}</p>}
          {messages.some(({ read }) => !read) && (
            <form method="post" action="/my/messages">
              <button className="plain" type="submit">
                {t('messagesMarkRead')}
              </button>
            </form>
          )}
          <ul className="list">
            {messages.map((message) => (
              <li key={message.id} lang="zh-CN">
                <h2>
                  {message.href ? <a href={message.href}>{message.title}</a> : message.title}{' '}
                  {!message.read && <span className="state yellow">{t('messagesUnread')}</span>}
                </h2>
                <p>{message.text}</p>
                <p className="quiet small">
                  <time dateTime={message.at}>{when(message.at)}</time>
                </p>
              </li>
            ))}
          </ul>
        </div>
      ),
    }
  },
  async post({ api, caller }) {
    await api.markRead(caller)
    return { redirect: '/my/messages' }
  },
}

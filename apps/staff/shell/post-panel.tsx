import { Drawer, Select } from 'antd'
import { useId, useState } from 'react'
import { languages, useTexts } from '#ui/language.tsx'
import { useLanguageChoice } from '../session/language-choice.tsx'
import { useSession } from '../session/session.tsx'
import { texts } from '../texts.ts'

const languageNames = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

/** Who works here, as what; at the foot of the navigation, or behind one button on a phone. */
export function PostPanel({ onHelp, asDrawer }: { onHelp: () => void; asDrawer?: boolean }) {
  const t = useTexts(texts)
  const { post, me } = useSession()
  const [open, setOpen] = useState(false)
  if (!asDrawer) return <PostDetails onHelp={onHelp} />
  return (
    <>
      <button type="button" className="shell-post" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <span>{post ? post.name : me.name}</span>
        <span aria-hidden="true">▾</span>
      </button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" title={t.currentPost} size="default">
        <PostDetails onHelp={onHelp} />
      </Drawer>
    </>
  )
}

function PostDetails({ onHelp }: { onHelp: () => void }) {
  const t = useTexts(texts)
  const { me, post, choosePost, signOut } = useSession()
  const { language, choose } = useLanguageChoice()
  const [postId, languageId] = [useId(), useId()]
  return (
    <div className="shell-foot">
      <p className="shell-who">
        <strong>{me.name}</strong>
        {me.staffNumber ? <span className="muted num">{me.staffNumber}</span> : null}
      </p>
      <div>
        <label className="muted" htmlFor={postId}>
          {me.posts.length > 1 ? t.switchPost : t.currentPost}
        </label>
        {me.posts.length > 1 ? (
          <Select
            id={postId}
            value={post?.postId}
            onChange={choosePost}
            style={{ width: '100%' }}
            options={me.posts.map((one) => ({ value: one.postId, label: one.name }))}
          />
        ) : (
          <p id={postId}>{post?.name ?? t.noPost}</p>
        )}
      </div>
      <div>
        <label className="visually-hidden" htmlFor={languageId}>
          {t.language}
        </label>
        <Select
          id={languageId}
          size="small"
          value={language}
          onChange={choose}
          options={languages.map((one) => ({ value: one, label: languageNames[one] }))}
        />
      </div>
      <div className="shell-links">
        <button type="button" className="shell-link" onClick={onHelp}>
          {t.keys} <kbd aria-hidden="true">?</kbd>
        </button>
        <button type="button" className="shell-link" onClick={signOut}>
          {t.signOut}
        </button>
      </div>
    </div>
  )
}

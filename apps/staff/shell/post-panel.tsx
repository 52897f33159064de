import { Drawer } from 'antd'
import { useId, useState } from 'react'
import { KeyCap } from '#ui/key-cap.tsx'
import { type Language, languages, useTexts } from '#ui/language.tsx'
import { useLanguageChoice } from '../session/language-choice.tsx'
import { useSession } from '../session/session.tsx'
import { texts } from '../texts.ts'

const languageNames = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' }

/** Native selects: the phone's own picker, and nothing to load. Who works here, as what; at the foot of the navigation, or behind one button on a phone. */
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
          <select
            id={postId}
            className="shell-select"
            value={post?.postId}
            onChange={(event) => choosePost(event.target.value)}
          >
            {me.posts.map((one) => (
              <option key={one.postId} value={one.postId}>
                {one.name}
              </option>
            ))}
          </select>
        ) : (
          <p id={postId}>{post?.name ?? t.noPost}</p>
        )}
      </div>
      <div>
        <label className="visually-hidden" htmlFor={languageId}>
          {t.language}
        </label>
        <select
          id={languageId}
          className="shell-select"
          value={language}
          onChange={(event) => choose(event.target.value as Language)}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageNames[one]}
            </option>
          ))}
        </select>
      </div>
      <div className="shell-links">
        <button type="button" className="shell-link" onClick={onHelp}>
          {t.keys} <KeyCap>?</KeyCap>
        </button>
        <button type="button" className="shell-link" onClick={signOut}>
          {t.signOut}
        </button>
      </div>
    </div>
  )
}

import { type ReactNode, useEffect } from 'react'
import './page.css'

/** One title, one primary action, then the content. */
export function Page(props: {
  title: string
  note?: ReactNode
  action?: ReactNode
  children: ReactNode
  wide?: boolean
}) {
  useEffect(() => {
    document.title = props.title
  }, [props.title])
  return (
    <div className="page" data-wide={props.wide ?? true}>
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.note ? <div className="page-note">{props.note}</div> : null}
        {props.action ? <div className="page-action">{props.action}</div> : null}
      </header>
      {props.children}
    </div>
  )
}

export function Card({ title, extra, children }: { title?: ReactNode; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className="card">
      {title ? (
        <header className="card-head">
          <h2>{title}</h2>
          {extra}
        </header>
      ) : null}
      {children}
    </section>
  )
}

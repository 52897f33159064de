import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import './data-table.css'
import { type KeyBinding, useKeys } from './keys.ts'
import { useTexts } from './language.tsx'
import { useNarrow } from './media.ts'
import { EmptyState } from './state-views.tsx'
import { texts } from './texts.ts'

export type Column<Row> = {
  key: string
  title: string
  render: (row: Row) => ReactNode
  width?: number | string
  /** Tabular figures, set to the right. */
  numeric?: boolean
  /** On a phone a row becomes a card of its first column and of those not left out. */
  phone?: 'hide'
}

export type DataTableProps<Row> = {
  /** Names the table for a reader who cannot see it. */
  name: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  onOpen?: (row: Row) => void
  openedKey?: string | null
  empty?: ReactNode
  more?: { onMore: () => void; busy: boolean } | null
  /** Labels of the keys j, k and Enter; absent: the table binds none. */
  keyLabels?: { next: string; previous: string; open: string }
  /** More keys that act on the current row. */
  rowKeys?: { keys: string; label: string; run: (row: Row) => void }[]
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, onOpen, keyLabels } = props
  const t = useTexts(texts)
  const narrow = useNarrow()
  const [currentKey, setCurrentKey] = useState<string | null>(null)
  const body = useRef<HTMLDivElement>(null)
  const current = rows.findIndex((row) => rowKey(row) === currentKey)

  const move = (by: number) => {
    const next = rows[Math.min(Math.max(current + by, 0), rows.length - 1)]
    if (next) setCurrentKey(rowKey(next))
  }
  const onCurrent = (run: (row: Row) => void) => () => {
    const row = rows[current]
    if (row) run(row)
  }
  const bindings: KeyBinding[] = keyLabels
    ? [
        { keys: 'j', label: keyLabels.next, run: () => move(1) },
        { keys: 'k', label: keyLabels.previous, run: () => move(-1) },
        { keys: 'Enter', label: keyLabels.open, run: onCurrent((row) => onOpen?.(row)), enabled: current >= 0 },
        ...(props.rowKeys ?? []).map((one) => ({ ...one, run: onCurrent(one.run), enabled: current >= 0 })),
      ]
    : []
  useKeys(bindings)

  // The current row takes the focus, so that a screen reader follows j and k.
  useEffect(() => {
    if (currentKey) body.current?.querySelector<HTMLElement>('[data-current=true] .data-open')?.focus()
  }, [currentKey])

  if (rows.length === 0) return props.empty ?? <EmptyState />
  const open = (row: Row, content: ReactNode) =>
    onOpen ? (
      <button
        type="button"
        className="data-open"
        onFocus={() => setCurrentKey(rowKey(row))}
        onClick={(event) => {
          event.stopPropagation()
          onOpen(row)
        }}
      >
        {content}
      </button>
    ) : (
      content
    )
  const flags = (row: Row) => ({
    'data-current': rowKey(row) === currentKey,
    'data-opened': rowKey(row) === props.openedKey,
  })
  const [first, ...others] = columns
  return (
    <div className="data" ref={body}>
      {narrow ? (
        <ul className="data-cards" aria-label={props.name}>
          {rows.map((row) => (
            <li key={rowKey(row)} {...flags(row)}>
              <div className="data-card-title">{open(row, first?.render(row))}</div>
              <dl>
                {others
                  .filter((column) => column.phone !== 'hide')
                  .map((column) => (
                    <div key={column.key}>
                      <dt>{column.title}</dt>
                      <dd>{column.render(row)}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
        </ul>
      ) : (
        <table className="data-table" aria-label={props.name}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" data-numeric={column.numeric} style={{ width: column.width }}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              // The whole row is a larger target for the pointer; keyboard and reader use the button in it.
              <tr key={rowKey(row)} {...flags(row)} data-clickable={Boolean(onOpen)} onClick={() => onOpen?.(row)}>
                {columns.map((column, index) => (
                  <td key={column.key} data-numeric={column.numeric}>
                    {index === 0 ? open(row, column.render(row)) : column.render(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="data-foot">
        <span>{t.shown(rows.length)}</span>
        {props.more ? (
          <Button size="small" onClick={props.more.onMore} loading={props.more.busy}>
            {t.more}
          </Button>
        ) : null}
      </p>
    </div>
  )
}

import { type ReactNode, useId, useState } from 'react'
import './chart.css'
import { useTexts } from './language.tsx'
import { texts } from './texts.ts'

/** A picture whose numbers are one key away; both say the same rows. */
export function ChartWithTable(props: {
  title: string
  note?: ReactNode
  chart: ReactNode
  head: string[]
  rows: (string | number)[][]
}) {
  const t = useTexts(texts)
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <section className="chart" aria-labelledby={id}>
      <header className="chart-head">
        <h2 id={id}>{props.title}</h2>
        {props.note ? <span className="chart-note">{props.note}</span> : null}
        <button type="button" className="chart-switch" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t.asPicture : t.asTable}
        </button>
      </header>
      {asTable ? (
        <table className="chart-table">
          <thead>
            <tr>
              {props.head.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={String(row[0])}>
                {row.map((cell, index) =>
                  index === 0 ? (
                    <th key={props.head[index]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={props.head[index]}>{cell}</td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        props.chart
      )}
    </section>
  )
}

import { useTexts } from './language.tsx'
import { useNarrow } from './media.ts'
import './step-diagram.css'
import { layOutSteps } from './step-layout.ts'
import { texts } from './texts.ts'

export type DiagramStep = {
  id: string
  label: string
  /** Who or which system, and since when. */
  note?: string
  kind: 'internal' | 'external'
  state: 'waiting' | 'open' | 'done' | 'refused' | 'stale' | 'skipped'
  stateWords: string
  /** Steps of one stage run jointly; stages follow one another. */
  stage: number
}

const clip = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

export function StepDiagram({ steps, name }: { steps: DiagramStep[]; name: string }) {
  const t = useTexts(texts)
  const down = useNarrow()
  const stageNumbers = [...new Set(steps.map((step) => step.stage))].sort((a, b) => a - b)
  const stages = stageNumbers.map((stage) => steps.filter((step) => step.stage === stage).map((step) => step.id))
  const layout = layOutSteps(stages, down)
  const byId = new Map(steps.map((step) => [step.id, step]))
  return (
    <figure className="steps">
      {/* A long route scrolls sideways, by keyboard too. */}
      <div className="steps-scroll" role="group" aria-label={name} tabIndex={0}>
        <svg
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          aria-hidden="true"
        >
          {layout.links.map((link) => (
            <path
              key={`${link.from}>${link.to}`}
              className="steps-link"
              data-done={byId.get(link.from)?.state === 'done'}
              d={link.path}
            />
          ))}
          {layout.boxes.map((box) => {
            const step = byId.get(box.id)!
            return (
              <g key={box.id} className="steps-step" data-state={step.state} data-kind={step.kind}>
                <title>{`${step.label}：${step.stateWords}${step.note ? `，${step.note}` : ''}`}</title>
                <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="6" />
                <text x={box.x + 12} y={box.y + 24} className="steps-label">
                  {clip(step.label, 10)}
                </text>
                <text x={box.x + 12} y={box.y + 46} className="steps-note">
                  {clip(step.note ? `${step.stateWords} · ${step.note}` : step.stateWords, 13)}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <ol className="visually-hidden" aria-label={name}>
        {steps.map((step) => (
          <li key={step.id}>
            {step.label}，{step.kind === 'external' ? t.external : t.internal}，{step.stateWords}
            {step.note ? `，${step.note}` : ''}
          </li>
        ))}
      </ol>
      <figcaption className="steps-key">
        <span className="steps-key-internal">{t.internal}</span>
        <span className="steps-key-external">{t.external}</span>
      </figcaption>
    </figure>
  )
}

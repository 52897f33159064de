import type { ReactNode } from 'react'
import './chip.css'

export type ChipTone = 'plain' | 'good' | 'bad' | 'wait' | 'primary'

/** A small word beside a value: where it came from, in which state it is. */
export function Chip({ tone = 'plain', title, children }: { tone?: ChipTone; title?: string; children: ReactNode }) {
  return (
    <span className="chip" data-tone={tone} title={title}>
      {children}
    </span>
  )
}

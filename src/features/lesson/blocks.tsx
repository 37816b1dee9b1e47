import type { ReactNode } from 'react'
import { Panel } from '#ui/panel.tsx'

/** A trap: what goes wrong, and how to step around it. */
export function Pitfall({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel tone="caution">
      <p className="label text-caution">Pitfall</p>
      <p className="mt-0 font-semibold">{title}</p>
      {children}
    </Panel>
  )
}

/** What people believe, struck through by what is so. */
export function Myth({ belief, children }: { belief: string; children: ReactNode }) {
  return (
    <section aria-label="A common belief" className="flow border-y-2 border-ink py-5">
      <p className="label m-0 text-ink-soft">People say</p>
      <p className="m-0 mb-3 font-display text-xl leading-snug">“{belief}”</p>
      <p className="label m-0 text-ink-soft">In truth</p>
      {children}
    </section>
  )
}

/** The three things to take away. */
export function Recap({ children }: { children: ReactNode }) {
  return (
    <section aria-label="Recap" className="bg-paper-sunk px-5 py-4">
      <h2 className="m-0 mb-2 font-text text-base font-semibold tracking-normal">To take away</h2>
      {children}
    </section>
  )
}

/** A small table with a caption. Wide ones scroll inside themselves. */
export function Compare({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <figure>
      <figcaption className="mb-2 text-sm text-ink-soft">{caption}</figcaption>
      {children}
    </figure>
  )
}

/** A Markdown table; a named region so that a keyboard can scroll it. */
export function ScrollingTable({ children }: { children?: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll-x" aria-label="Table" tabIndex={0}>
      <table>{children}</table>
    </section>
  )
}

import { type ReactNode, useId } from 'react'

/** A section with a heading. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="mb-4">
        {title}
      </h2>
      {children}
    </section>
  )
}

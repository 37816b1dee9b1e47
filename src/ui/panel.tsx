import type { ReactNode } from 'react'

type Tone = 'plain' | 'right' | 'wrong' | 'caution' | 'accent'

const tones = {
  plain: 'border-rule bg-paper-raised',
  right: 'border-correct bg-correct-paper',
  wrong: 'border-incorrect bg-incorrect-paper',
  caution: 'border-caution bg-caution-paper',
  accent: 'border-accent bg-accent-paper',
} satisfies Record<Tone, string>

/** A block with a rule at its left. The text must say what the tone means: color must not be the only cue. */
export function Panel({
  tone = 'plain',
  className = '',
  children,
}: {
  tone?: Tone
  className?: string
  children: ReactNode
}) {
  return (
    <div className={`panel stack-spacing border-l-4 px-5 py-4 ${tones[tone]} ${className}`}>{children}</div>
  )
}

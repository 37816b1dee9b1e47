import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'

/**
 * Copies a text and says whether that succeeded. `contentName` is the text’s name for screen readers; `copy` resolves
 * to whether it succeeded.
 */
export function CopyButton({
  contentName,
  copy,
  label = 'Copy',
  className = '',
}: {
  contentName: string
  copy: () => Promise<boolean>
  label?: string
  className?: string
}) {
  const [state, setState] = useState<'idle' | 'ok' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2500)
    return () => clearTimeout(timer)
  }, [state])
  return (
    <button
      type="button"
      onClick={() => copy().then((isCopied) => setState(isCopied ? 'ok' : 'failed'))}
      className={`needs-script touch-target no-print inline-flex items-center justify-center gap-1.5 px-2 text-sm text-ink-soft hover:text-ink ${className}`}
    >
      <Icon name={state === 'ok' ? 'check' : 'copy'} />
      <span aria-live="polite">
        {{ idle: label, ok: 'Copied', failed: 'Select it and copy by hand' }[state]}
      </span>
      <span className="sr-only"> {contentName}</span>
    </button>
  )
}

import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'

/** Copies a text and says whether it worked. `what` names it for a screen reader. */
export function CopyButton({
  what,
  text,
  label = 'Copy',
  className = '',
}: {
  what: string
  text: () => string
  label?: string
  className?: string
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useForgetting(state !== 'idle', () => setState('idle'))
  const copy = () =>
    copyText(text()).then(
      () => setState('copied'),
      () => setState('failed'),
    )
  return (
    <button
      type="button"
      onClick={copy}
      className={`needs-script target no-print inline-flex items-center justify-center gap-1.5 px-2 text-sm text-ink-soft hover:text-ink ${className}`}
    >
      <Icon name={state === 'copied' ? 'check' : 'copy'} />
      <span aria-live="polite">{words[state] ?? label}</span>
      <span className="sr-only"> {what}</span>
    </button>
  )
}

const words: Record<string, string> = { copied: 'Copied', failed: 'Select and copy by hand' }

async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

function useForgetting(isActive: boolean, forget: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callback is new on every render
  useEffect(() => {
    if (!isActive) return
    const timer = setTimeout(forget, 2500)
    return () => clearTimeout(timer)
  }, [isActive])
}

import type { ComponentProps } from 'react'

type Variant = 'main' | 'quiet' | 'plain'

const shared =
  'touch-target inline-flex items-center justify-center gap-2 rounded-sm py-1.5 text-base no-underline disabled:opacity-60'

const variants = {
  main: 'px-4 border border-accent forced-colors:border-2 forced-colors:forced-color-adjust-none bg-accent text-on-accent font-semibold hover:not-disabled:underline underline-offset-4',
  quiet: 'px-4 field-box hover:not-disabled:border-ink',
  plain: 'px-2 underline decoration-rule-strong underline-offset-4 hover:not-disabled:decoration-current',
} satisfies Record<Variant, string>

/** The classes of a button, for a link that should look like one. */
export function buttonClass(variant: Variant = 'quiet', extra = ''): string {
  return `${shared} ${variants[variant]} ${extra}`
}

export function Button({
  variant = 'quiet',
  className = '',
  type = 'button',
  ...props
}: ComponentProps<'button'> & { variant?: Variant }) {
  return <button type={type} className={buttonClass(variant, className)} {...props} />
}

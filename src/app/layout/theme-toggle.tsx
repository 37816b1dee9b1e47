import { useEffect } from 'react'
import { setTheme, useTheme } from '#store/settings.ts'

const themes = { system: 'Auto', light: 'Light', dark: 'Dark' } as const
type Theme = keyof typeof themes

export function ThemeToggle({ className = 'inline-flex' }: { className?: string }) {
  const theme = useTheme()
  return (
    <label className={`needs-script items-center gap-2 ${className}`}>
      <span className="sr-only">Theme</span>
      <select
        value={theme}
        onChange={({ target }) => setTheme(target.value as Theme)} // the options are the themes
        className="touch-target rounded-sm bg-paper py-1 pr-1 pl-2 underline decoration-rule-strong underline-offset-4 hover:decoration-current"
      >
        {Object.entries(themes).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Keeps `data-theme` on <html> up to date; the head script set it before the first paint. */
export function useThemeAttribute(): void {
  const theme = useTheme()
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
}

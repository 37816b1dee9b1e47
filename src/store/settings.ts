import * as changes from '#domain/progress/changes.ts'
import type { Theme } from '#domain/progress/progress.ts'
import type { Role } from '#domain/role.ts'
import { change, useProgress } from './progress.ts'

export function setRole(role: Role): void {
  change((progress, now) => changes.setRole(progress, role, now))
}

export function setTheme(theme: Theme): void {
  change((progress, now) => changes.setTheme(progress, theme, now))
}

export function useTheme(): Theme {
  return useProgress((progress) => progress.settings.theme?.value ?? 'system')
}

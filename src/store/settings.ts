import type { Progress, Theme } from '#domain/progress/progress.ts'
import * as changes from '#domain/progress/updates.ts'
import type { Role } from '#domain/role.ts'
import { progressStore, updateProgress, useProgress } from './progress.ts'

export function setRole(role: Role): void {
  updateProgress((progress, now) => changes.applyRole(progress, role, now))
}

export function setTheme(theme: Theme): void {
  updateProgress((progress, now) => changes.applyTheme(progress, theme, now))
}

export function useTheme(): Theme {
  return useProgress((progress) => progress.settings.theme?.value ?? 'system')
}

export function setShortcuts(isOn: boolean): void {
  updateProgress((progress, now) => changes.applyShortcuts(progress, isOn ? 'on' : 'off', now))
}

/** Whether single-key shortcuts are on. */
export function useShortcuts(): boolean {
  return useProgress(hasShortcuts)
}

/** The same setting, for event handlers. */
export function areShortcutsOn(): boolean {
  return hasShortcuts(progressStore.getState())
}

function hasShortcuts({ settings }: Progress): boolean {
  return settings.shortcuts?.value !== 'off'
}

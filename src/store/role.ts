import { create } from 'zustand'
import type { Role } from '#domain/role.ts'
import { useProgress } from './progress.ts'
import { setRole } from './settings.ts'

/** The role that the address asks for (`?role=manager`): it holds for this visit and is not stored. */
const useRoleFromAddress = create<{ role: Role | undefined }>(() => ({ role: undefined }))

/** The depth that is open first: what the address asks for, else what the reader chose, else beginner. */
export function useRole(): Role {
  const linkRole = useRoleFromAddress((state) => state.role)
  const chosen = useProgress((progress) => progress.settings.role?.value)
  return linkRole ?? chosen ?? 'beginner'
}

export function setRoleFromAddress(role: Role | undefined): void {
  useRoleFromAddress.setState({ role })
}

/** The reader chose: stored, and stronger than what the address asked for. */
export function selectRole(role: Role): void {
  useRoleFromAddress.setState({ role: undefined })
  setRole(role)
}

import { create } from 'zustand'
import type { Role } from '#domain/role.ts'
import { useProgress } from './progress.ts'
import { setRole } from './settings.ts'

/** The role in the address (`?role=manager`), which applies to this visit and is not stored. */
const useRoleFromAddress = create<{ role: Role | undefined }>(() => ({ role: undefined }))

/** The role: from the address, else the reader's choice, else beginner. */
export function useRole(): Role {
  const linkRole = useRoleFromAddress((state) => state.role)
  const chosen = useProgress((progress) => progress.settings.role?.value)
  return linkRole ?? chosen ?? 'beginner'
}

export function setRoleFromAddress(role: Role | undefined): void {
  useRoleFromAddress.setState({ role })
}

/** Stores the reader's choice, which overrides the role in the address. */
export function selectRole(role: Role): void {
  useRoleFromAddress.setState({ role: undefined })
  setRole(role)
}

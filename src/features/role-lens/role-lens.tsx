import { useEffect } from 'react'
import { isRole, roleNames, roles } from '#domain/role.ts'
import { selectRole, setRoleFromAddress, useRole } from '#store/role.ts'

/** The role lens: chooses which depth is open first. */
export function RoleLens({ className = 'inline-flex' }: { className?: string }) {
  const role = useRole()
  return (
    <label className={`needs-script items-center gap-2 ${className}`}>
      <span className="caption whitespace-nowrap text-ink-soft">Read as</span>
      <select
        value={role}
        onChange={({ target }) => isRole(target.value) && selectRole(target.value)}
        className="touch-target rounded-sm bg-paper py-1 pr-1 pl-2 underline decoration-rule-strong underline-offset-4 hover:decoration-current"
      >
        {roles.map((name) => (
          <option key={name} value={name}>
            {roleNames[name]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Syncs `data-role` on <html>, which decides what is shown, with the lens and with `?role=`. */
export function useRoleAttribute(roleFromAddress: string | null): void {
  const role = useRole()
  // Kept for the whole visit, because links within the course do not have the parameter.
  useEffect(() => {
    if (isRole(roleFromAddress)) setRoleFromAddress(roleFromAddress)
  }, [roleFromAddress])
  useEffect(() => {
    document.documentElement.dataset.role = role
  }, [role])
}

import * as v from 'valibot'

/** The three readers the course is written for. Order is the order of depth in a lesson. */
export const roles = ['beginner', 'practitioner', 'manager'] as const

export const roleSchema = v.picklist(roles)

export type Role = (typeof roles)[number]

export const roleNames = {
  beginner: 'Beginner',
  practitioner: 'Practitioner',
  manager: 'Manager',
} satisfies Record<Role, string>

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

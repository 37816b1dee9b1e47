import type { ComponentProps } from 'react'

/**
 * A link to a page of the course, or within the page. It is a plain element; one listener on the document calls the
 * router (app/navigation/link-navigation.ts). The router’s own Link rerenders at every step of a navigation, and a
 * lesson has sixty links. `to` is an address without the base path.
 */
export function PageLink({ to, ...props }: { to: string } & Omit<ComponentProps<'a'>, 'href'>) {
  const href = to.startsWith('#') ? to : import.meta.env.BASE_URL.slice(0, -1) + to
  return <a data-internal-link="" href={href} {...props} />
}

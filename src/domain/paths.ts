import type { Role } from './role.ts'

/** Every address of the site. All links use these functions. */
export const paths = {
  home: () => '/',
  area: (area: string) => `/${area}`,
  lesson: ({ area, slug }: { area: string; slug: string }, anchor?: string) =>
    `/${area}/${slug}${anchor ? `#${anchor}` : ''}`,
  summary: () => '/summary',
  brief: (area: string) => `/brief/${area}`,
  quiz: (area?: string) => (area ? `/quiz/${area}` : '/quiz'),
  quizLinkPage: () => '/a',
  quizLink: (code: string) => `/a#${code}`,
  labs: () => '/labs',
  lab: (id: string) => `/labs/${id}`,
  instructor: () => '/instructor',
  progress: () => '/progress',
  search: (query?: string) => (query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  primer: (slug: string) => `/start/${slug}`,
  glossary: (term?: string) => (term ? `/glossary#${term}` : '/glossary'),
  settings: () => '/settings',
  about: () => '/about',
  notFound: () => '/404',
  withRole: (address: string, role: Role) => `${address}?role=${role}`,
} as const

/** The file in which React Router stores a page’s prerendered data: `/summary.data`, and `/_.data` for the home page. */
export function dataFileOf(path: string): string {
  return path.endsWith('/') ? `${path}_.data` : `${path}.data`
}

import { chunks } from '#content/catalog.server.ts'
import { paths } from '#domain/paths.ts'
import { SearchPage } from '#features/search/search-page.tsx'
import { pageMeta } from '../page-meta.ts'
import type { Route } from './+types/search.ts'

export function loader() {
  return { searchIndex: chunks.searchIndex }
}

export function meta() {
  const description = 'Search all topics, notes, commands and terms in the course, even offline.'
  return pageMeta({ title: 'Search', description, address: paths.search() })
}

export default function SearchRoute({ loaderData }: Route.ComponentProps) {
  return <SearchPage indexAddress={loaderData.searchIndex} />
}

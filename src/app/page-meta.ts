import type { MetaDescriptor } from 'react-router'

/** The title, description, canonical address and Open Graph tags of a page. */
export function pageMeta({
  title,
  description,
  address,
  isIndexed = true,
}: {
  title: string
  description: string
  address: string
  isIndexed?: boolean
}): MetaDescriptor[] {
  const full = title === siteName ? title : `${title} · ${siteName}`
  const url = `${import.meta.env.SITE_URL}${import.meta.env.BASE_URL.replace(/\/$/, '')}${address === '/' ? '/' : address.replace(/\/$/, '')}`
  return [
    { title: full },
    { name: 'description', content: description },
    { property: 'og:title', content: full },
    { property: 'og:description', content: description },
    { property: 'og:type', content: address.split('/').length > 2 ? 'article' : 'website' },
    { property: 'og:url', content: url },
    { property: 'og:site_name', content: siteName },
    { tagName: 'link', rel: 'canonical', href: url },
    ...(isIndexed ? [] : [{ name: 'robots', content: 'noindex' }]),
  ]
}

const siteName = 'Docker Mastery'

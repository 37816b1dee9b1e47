import { catalog, itemFacts } from 'virtual:content/catalog'
import { chunks } from 'virtual:content/chunks'
import { labs } from 'virtual:content/labs'
import { labImage } from 'virtual:lab-image'

/**
 * The whole course, for loaders only: they run while the site is built, and each hands its page
 * what that page shows. `.server` makes the build fail if a page takes it to the browser.
 */
export { catalog, chunks, itemFacts, labImage, labs }

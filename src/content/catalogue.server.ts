import { catalogue, itemFacts } from 'virtual:content/catalogue'
import { chunks } from 'virtual:content/chunks'
import { labs } from 'virtual:content/labs'
import { labImage } from 'virtual:lab-image'

/**
 * The whole course, for loaders only: they run while the site is built, and each hands its page
 * what that page shows. `.server` makes the build fail if a page takes it to the browser.
 */
export { catalogue, chunks, itemFacts, labImage, labs }

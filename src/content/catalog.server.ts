import { catalog, itemSummaries } from 'virtual:content/catalog'
import { chunks } from 'virtual:content/chunks'
import { labs } from 'virtual:content/labs'

/**
 * The whole catalog, for loaders only: they run at build time and pass each page what it shows. `.server` makes the
 * build fail if it reaches the browser.
 */
export { catalog, chunks, itemSummaries, labs }

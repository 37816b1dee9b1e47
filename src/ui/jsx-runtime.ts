import { Fragment, jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime'
import { wrapTextNodes } from './wrap-text-nodes.ts'

export type { JSX } from 'react'
export { Fragment }

/** The JSX factory of the built site: React’s own, with `wrapTextNodes`. */
export const jsx: typeof reactJsx = (type, props, key) =>
  reactJsx(type, wrapTextNodes(type, props as object), key)
export const jsxs: typeof reactJsx = (type, props, key) =>
  reactJsxs(type, wrapTextNodes(type, props as object), key)

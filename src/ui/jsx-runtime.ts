import { Fragment, jsx as reactJsx, jsxs as reactJsxs } from 'react/jsx-runtime'
import { textApart } from './text-apart.ts'

export type { JSX } from 'react'
export { Fragment }

/** The JSX factory of the built site: React’s own, with `textApart`. */
export const jsx: typeof reactJsx = (type, props, key) =>
  reactJsx(type, textApart(type, props as object), key)
export const jsxs: typeof reactJsx = (type, props, key) =>
  reactJsxs(type, textApart(type, props as object), key)

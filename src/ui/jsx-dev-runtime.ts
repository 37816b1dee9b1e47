import { Fragment, jsxDEV as reactJsxDEV } from 'react/jsx-dev-runtime'
import { type Props, wrapTextNodes } from './wrap-text-nodes.ts'

export type { JSX } from 'react'
export { Fragment }

/** The JSX factory in development and in component tests: React’s own, with `wrapTextNodes`. */
export const jsxDEV: typeof reactJsxDEV = (type, given, key, isStatic, ...rest) => {
  const props = wrapTextNodes(type, given as Props)
  return reactJsxDEV(type, props, key, isStatic && Array.isArray(props.children), ...rest)
}

/**
 * Whether React has hydrated the element: from then on, React stores the element's props under such a key. Runs in the
 * page, so it uses nothing outside itself. An element that does not exist is not hydrated.
 */
export function isHydrated(selector: string): boolean {
  const element = document.querySelector(selector)
  return element !== null && Object.keys(element).some((key) => key.startsWith('__reactProps'))
}

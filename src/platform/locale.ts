/** The language and region the browser is set to, such as `de-AT`. */
export function browserLocale(): string {
  return navigator.language
}

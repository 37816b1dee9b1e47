const names: Record<string, string> = {
  bash: 'Shell',
  dockerfile: 'Dockerfile',
  yaml: 'YAML',
  json: 'JSON',
  text: 'Text',
  console: 'Terminal',
}

/** The label above a code block: `bash` is `Shell`. Other languages keep their name. */
export function languageName(language: string): string {
  return names[language] ?? language
}

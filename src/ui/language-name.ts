const names: Record<string, string> = {
  bash: 'Shell',
  dockerfile: 'Dockerfile',
  yaml: 'YAML',
  json: 'JSON',
  text: 'Text',
}

/** What stands above a block of code: `bash` is `Shell`. A language that writes its name so keeps it. */
export function languageName(language: string): string {
  return names[language] ?? language
}

export function buildSearchIndex(_documents: unknown): string {
  return '{}'
}

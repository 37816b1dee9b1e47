export function searchDocuments(_content: unknown): unknown {
  return []
}

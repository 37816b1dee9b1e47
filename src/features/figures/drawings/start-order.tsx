export function StartOrder() { return null }

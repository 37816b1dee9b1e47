export function WhoResolvesWhom() { return null }

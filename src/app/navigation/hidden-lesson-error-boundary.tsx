import { Component, type ReactNode } from 'react'

/**
 * A prerendered lesson may fail if it comes from a newer build. While it is hidden, nothing is shown; once it is
 * visible, its failure is the page's.
 */
export class HiddenLessonErrorBoundary extends Component<
  { isBehind: boolean; children: ReactNode },
  { error?: { thrown: unknown } }
> {
  override state: { error?: { thrown: unknown } } = {}

  static getDerivedStateFromError(caughtError: unknown) {
    return { error: { thrown: caughtError } }
  }

  override render() {
    const { error } = this.state
    if (error && !this.props.isBehind) throw error.thrown
    return error ? null : this.props.children
  }
}

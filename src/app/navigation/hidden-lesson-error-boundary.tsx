import { Component, type ReactNode } from 'react'

/**
 * A prerendered lesson may throw if it comes from a newer build. While it is hidden, the error is ignored; once it is
 * visible, it is an error of the page.
 */
export class HiddenLessonErrorBoundary extends Component<
  { isHidden: boolean; children: ReactNode },
  { error?: { thrown: unknown } }
> {
  override state: { error?: { thrown: unknown } } = {}

  static getDerivedStateFromError(caughtError: unknown) {
    return { error: { thrown: caughtError } }
  }

  override render() {
    const { error } = this.state
    if (error && !this.props.isHidden) throw error.thrown
    return error ? null : this.props.children
  }
}

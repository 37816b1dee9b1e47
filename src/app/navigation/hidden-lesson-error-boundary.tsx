import { Component, type ReactNode } from 'react'

/**
 * A lesson behind the one that is read may fail, when it is a newer build's: nobody has asked for it yet, so nothing is
 * shown of it. In front its failure is the page's.
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

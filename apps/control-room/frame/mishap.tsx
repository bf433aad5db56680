import { Component, type ReactNode } from 'react'

interface MishapProps {
  readonly children: ReactNode
}

/** Where drawing a page fails, that page says so and the others go on. React asks this of a class. */
export class Mishap extends Component<MishapProps, { readonly fault: string | undefined }> {
  override state = { fault: undefined }

  static getDerivedStateFromError(fault: unknown) {
    return { fault: fault instanceof Error ? fault.message : String(fault) }
  }

  override render() {
    const { fault } = this.state
    if (fault === undefined) return this.props.children
    return (
      <p className="note bad" role="alert">
        <strong>This page could not be drawn.</strong> The shop is not to blame, and the other pages still
        work. Reload it; if that does not help, report it with these words: <code>{fault}</code>
      </p>
    )
  }
}

import { Component, type ReactNode } from 'react'
import { Trouble } from '../parts/trouble.tsx'

interface BrokenProps {
  /** The page: another one is not broken by this one. */
  readonly place: string
  readonly children: ReactNode
}

interface BrokenState {
  readonly error: unknown
}

/** Keeps a page that breaks from taking the rest with it. */
export class Broken extends Component<BrokenProps, BrokenState> {
  override state: BrokenState = { error: undefined }

  static getDerivedStateFromError(error: unknown): BrokenState {
    return { error }
  }

  override componentDidUpdate({ place }: BrokenProps): void {
    if (place !== this.props.place && this.state.error !== undefined) this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    return <Trouble error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}

import { isClienteleError } from '@clientele/core'
import { Component, type ReactNode } from 'react'

const describe = (error: unknown): string =>
  isClienteleError(error)
    ? `${error.name} ${error.code}`
    : error instanceof Error
      ? error.message
      : String(error)

/** Shows what was thrown below it. */
export class Boundary extends Component<
  { readonly children: ReactNode },
  { readonly thrown?: unknown }
> {
  override state: { readonly thrown?: unknown } = {}
  static getDerivedStateFromError = (thrown: unknown) => ({ thrown })
  override render() {
    return 'thrown' in this.state ? <i>{describe(this.state.thrown)}</i> : this.props.children
  }
}

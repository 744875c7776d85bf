import type { ReactNode } from 'react'

interface ScrollerProps {
  readonly label: string
  readonly children: ReactNode
}

/** Something long in little room. */
export const Scroller = ({ label, children }: ScrollerProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what one fills in
  // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the arrow keys
  <div className="scroller" role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
)

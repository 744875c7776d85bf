import type { ReactNode } from 'react'

interface PanelProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
  readonly isBusy?: boolean
}

/**
 * A titled part of the page; its heading can take the focus, so that keyboard users can be led
 * there.
 */
export const Panel = ({ id, title, children, isBusy = false }: PanelProps) => (
  <section id={id} className="card" aria-labelledby={`${id}-title`} aria-busy={isBusy || undefined}>
    <h2 id={`${id}-title`} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
)

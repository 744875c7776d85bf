import type { ComponentChildren } from 'preact'

interface SessionCardProps {
  /** Whose it is. */
  readonly title: ComponentChildren
  readonly status: string
  /** More about it, in a few words each. */
  readonly badges?: readonly string[] | undefined
  /** What can be done with it. */
  readonly actions: ComponentChildren
  readonly children?: ComponentChildren
}

/** A session with what can be done with it. */
export const SessionCard = ({ title, status, badges, actions, children }: SessionCardProps) => (
  <li class="card">
    <div class="row">
      <strong class="text">{title}</strong>
      <span class={`badge ${status}`}>{status}</span>
      {badges?.map(badge => (
        <span key={badge} class="badge">
          {badge}
        </span>
      ))}
    </div>
    <div class="row">{actions}</div>
    {children}
  </li>
)

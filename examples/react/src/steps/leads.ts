/** What every step of an attempt is given. */
export interface Leads {
  readonly onStartOver: () => void
  /** Shows the other ways. */
  readonly onOther: () => void
}

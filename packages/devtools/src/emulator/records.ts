/** A message of the emulator's inbox. */
export interface Message {
  readonly id: string
  /** Epoch ms. */
  readonly at: number
  readonly to: string
  readonly kind: string
  readonly code: string | null
  readonly link: string | null
}

/** As much of a user as is shown. */
export interface EmulatorUser {
  readonly id: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** The primary one. */
  readonly emailAddress: string | null
  /** The primary one. */
  readonly phoneNumber: string | null
}

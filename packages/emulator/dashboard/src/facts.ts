/** What never changes while an emulator runs. */
export interface Facts {
  readonly publishableKey: string
  readonly secretKey: string
  /** PEM. */
  readonly jwtKey: string
  /** All strategies that the settings may have. */
  readonly strategies: readonly string[]
}

/** Reads what the page came with. */
export const readFacts = ({ dataset }: HTMLElement): Facts => JSON.parse(dataset.facts ?? '{}') // as the emulator has written it

/** The dashboard's script with its source map, as text. */
export interface DashboardScript {
  readonly script: string
  readonly map: string
}

/**
 * Loads what `npm run build` makes of the sources in `packages/emulator/dashboard`: published
 * packages have it.
 *
 * @returns `null` where it was not built yet.
 */
export const loadScript = async (): Promise<DashboardScript | null> => {
  try {
    return await import('../../../dashboard/built.js')
  } catch {
    return null
  }
}

export const tabNames = ['Client', 'Timeline', 'Actions', 'State', 'Emulator'] as const

export type TabName = (typeof tabNames)[number]

/** Where the panel stands, kept for the next page. */
export interface Place {
  readonly open: boolean
  readonly side: 'bottom' | 'right'
  /** Height at the bottom or width at the right, in pixels. */
  readonly size: number
  readonly tab: TabName
}

const key = 'clientele-devtools'

export const smallest = 160

/** No panel is larger than the page that it stands on. */
export const fit = (size: number, side: Place['side']): number => {
  const most = (side === 'bottom' ? innerHeight : innerWidth) - 40
  return Math.round(Math.max(Math.min(smallest, most), Math.min(size, most)))
}

const isSide = (value: unknown): value is Place['side'] => value === 'bottom' || value === 'right'
const isTab = (value: unknown): value is TabName => tabNames.some(name => name === value)

/** What was kept, as far as it makes sense; a page may forbid storage. */
export const readPlace = (otherwise: Partial<Place>): Place => {
  // At the right the panel is as wide as all its tabs.
  const size = otherwise.side === 'right' ? 440 : 360
  const place: Place = { open: false, side: 'bottom', size, tab: 'Client', ...otherwise }
  try {
    const kept: Record<string, unknown> = JSON.parse(localStorage.getItem(key) ?? '{}')
    return {
      open: typeof kept.open === 'boolean' ? kept.open : place.open,
      side: isSide(kept.side) ? kept.side : place.side,
      size: typeof kept.size === 'number' && kept.size > 0 ? kept.size : place.size,
      tab: isTab(kept.tab) ? kept.tab : place.tab,
    }
  } catch {
    return place
  }
}

export const keepPlace = (place: Place): void => {
  try {
    localStorage.setItem(key, JSON.stringify(place))
  } catch {
    // The next page begins where every panel begins.
  }
}

import { createSecretFinder, type SecretFinder } from '../secret-finder.ts'

/** What the present test has shown so far. */
export interface RunFinder extends SecretFinder {
  /** Looks through frozen data, each part once: states share most of what they are made of. */
  readonly seeData: (place: string, data: unknown) => void
  /** To look at when the test is over. */
  readonly later: (look: () => void) => void
}

const create = () => {
  const finder = createSecretFinder()
  const looked = new WeakSet<object>()
  const looks: (() => void)[] = []
  const seeData: RunFinder['seeData'] = (place, data) => {
    if (typeof data === 'string') finder.see(place, data)
    if (typeof data !== 'object' || data === null || looked.has(data)) return
    looked.add(data)
    for (const [key, value] of Object.entries(data)) {
      finder.see(place, key)
      seeData(place, value)
    }
  }
  const leaks = () => {
    for (const look of looks) look()
    return finder.leaks()
  }
  return { ...finder, seeData, leaks, later: (look: () => void) => void looks.push(look) }
}

let current: RunFinder = create()

/** The finder of the test that runs now. */
export const runFinder = (): RunFinder => current

/** Begins anew, for another test. */
export const resetRunFinder = (): void => {
  current = create()
}

import { describe } from 'vitest'

/** What `npm test` leaves to `npm run test:matrix`. */
export const matrix = { tags: ['matrix'] }

/** Options of tests that are the same for several things: `npm test` runs those of one of them. */
export const inLoop = (isChosen: boolean): { readonly tags?: string[] } => (isChosen ? {} : matrix)

/**
 * The same suite for each name: the one of the chosen name in `npm test`, the others in the matrix.
 *
 * @param title with `%s` where the name goes
 */
export const describeEach = (
  title: string,
  names: readonly string[],
  chosen: string,
  suite: (name: string) => void,
): void => {
  // A name that is none would leave everything to the matrix, and nobody would see it.
  if (!names.includes(chosen)) throw new TypeError(`There is no ${chosen}: ${names.join(', ')}`)
  for (const name of names)
    describe(title.replace('%s', name), inLoop(name === chosen), () => suite(name))
}

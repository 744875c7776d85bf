/**
 * Checks one object of options, or of parameters, of a public function.
 *
 * @param call the function, as one writes it.
 * @param names of all that it takes, apart by commas.
 * @throws TypeError that names the call, what is not known there, and what is.
 */
export const assertKnown = (call: string, given: unknown, names: string): void => {
  const isObject = typeof given === 'object' && given
  const isOdd = (name: string) => !names.split(', ').includes(name)
  // A kernel is given where a module was not called, which `use` says.
  const odd = isObject ? !('lifetime' in given) && Object.keys(given).find(isOdd) : ''
  if (typeof odd === 'string')
    throw new TypeError(
      `${call}() ${isObject ? `does not know "${odd}"` : 'takes an object'}. Known: ${names}`,
    )
}

/** @throws TypeError that names the call. */
export const assertFunction = (call: string, given: unknown): void => {
  if (typeof given !== 'function') throw new TypeError(`${call}() takes a function`)
}

/** @throws TypeError for what is no subscription: one function, or two and options. */
export const assertSubscription = (
  first?: unknown,
  listener: unknown = first,
  options: unknown = {},
): void => {
  assertFunction('subscribe', first)
  assertFunction('subscribe', listener)
  assertKnown('subscribe', options, 'equalityFn, fireImmediately')
}

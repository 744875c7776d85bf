import { assertKnown } from '../arguments.ts'

/** What `tabs`, `locks` and `pin` take together: one object may be given to all of them. */
export const tabOptions = 'activeSession, channel, page, locks, storage'

/**
 * Checks the options of a module.
 *
 * @throws TypeError that names the module, what is not known there, and what is.
 */
export const assertOptions = (module: string, options: object, names: string): void => {
  // A kernel is given where the module was not called, which `use` says.
  if (!('lifetime' in options)) assertKnown(module, options, names)
}

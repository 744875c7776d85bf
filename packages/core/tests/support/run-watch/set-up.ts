import { afterEach, beforeEach, expect } from 'vitest'
import { printError } from '../secret-finder.ts'
import { resetRunFinder, runFinder } from './run-finder.ts'

// After every test of the run: nothing secret is in a state, an error, a URL, a timeline, a log, or
// a storage key.

/**
 * Has every error that is made from now on looked at, when the test is over and all its fields are
 * there.
 */
const watchErrors = <Kind extends ErrorConstructor | TypeErrorConstructor>(kind: Kind) =>
  new Proxy(kind, {
    construct: (target, values, newTarget) => {
      const error = Reflect.construct(target, values, newTarget)
      // Others are the tests' own, which may show what they compare.
      const look = () =>
        /ClienteleError|TypeError/.test(error.name) && runFinder().see('error', printError(error))
      runFinder().later(look)
      return error
    },
  })

globalThis.Error = watchErrors(Error)
globalThis.TypeError = watchErrors(TypeError)

const { console: log } = globalThis
for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
  const write = log[level]
  log[level] = (...values: unknown[]) => {
    for (const value of values) runFinder().see('log', printError(value))
    write(...values)
  }
}

beforeEach(resetRunFinder)
afterEach(() => expect(runFinder().leaks()).toEqual([]))

import { afterEach, beforeEach, expect, vi } from 'vitest'
import { printError } from '../secret-finder.ts'
import { resetRunFinder, runFinder } from './run-finder.ts'

// After every test of the run: nothing secret is in a state, an error, a URL, a timeline, a log, or
// a storage key, of any store that was made by `create-clientele.ts`.

const { console: log } = globalThis
const watchLog = (level: 'log' | 'info' | 'warn' | 'error' | 'debug') => {
  const write = log[level]
  return vi.spyOn(log, level).mockImplementation((...values) => {
    for (const value of values) runFinder().see('log', printError(value))
    write(...values)
  })
}

let spies: readonly { mockRestore: () => void }[] = []

beforeEach(() => {
  resetRunFinder()
  spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map(watchLog)
})

afterEach(() => {
  for (const spy of spies) spy.mockRestore()
  expect(runFinder().leaks()).toEqual([])
})

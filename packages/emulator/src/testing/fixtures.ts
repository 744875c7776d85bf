import type { Emulator } from '../control/emulator.ts'
import { createEmulator } from '../emulator.ts'

/** What {@link emulatorFixtures} gives to a test. */
export interface EmulatorFixtures {
  /** One a worker; between tests it is reset. */
  readonly workerEmulator: Emulator
  /** That of the worker, reset before each test. */
  readonly emulator: Emulator
}

type Use = (emulator: Emulator) => Promise<void>

/**
 * Fixtures for Vitest's `test.extend`: one emulator for each worker, as good as new for each test.
 *
 * @example
 * import { test as base } from 'vitest'
 * const test = base.extend<EmulatorFixtures>(emulatorFixtures)
 * test('signs in', async ({ emulator }) => { … })
 */
export const emulatorFixtures: {
  workerEmulator: [(context: object, use: Use) => Promise<void>, { scope: 'worker' }]
  emulator: (context: Pick<EmulatorFixtures, 'workerEmulator'>, use: Use) => Promise<void>
} = {
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads which fixtures this needs.
  workerEmulator: [async ({}, use) => use(createEmulator()), { scope: 'worker' }],
  emulator: async ({ workerEmulator }, use) => {
    workerEmulator.reset()
    await use(workerEmulator)
  },
}

import { readInput, WrongInput } from '../../lib/input-errors.ts'
import type { Emulator } from '../emulator.ts'
import { type Seed, SeedSchema } from './seed.ts'

/** The parts of an emulator that a seed goes to. */
type SeedTarget = Pick<
  Emulator,
  | 'clock'
  | 'settings'
  | 'users'
  | 'organizations'
  | 'sessions'
  | 'tickets'
  | 'faults'
  | 'export'
  | 'import'
>

// Names the place in the seed, where a part says only what is wrong with itself.
const each = <Item>(
  name: string,
  items: readonly Item[] = [],
  add: (item: Item) => unknown,
): void => {
  for (const [index, item] of items.entries()) {
    try {
      add(item)
    } catch (error) {
      if (error instanceof WrongInput) {
        throw new WrongInput(
          'seed',
          error.issues.map(issue => ({ ...issue, path: [name, index, ...issue.path] })),
        )
      }
      const message = error instanceof Error ? error.message : String(error)
      throw new WrongInput('seed', [{ path: [name, index], message }])
    }
  }
}

const apply = (target: SeedTarget, seed: Seed): void => {
  const { clock, settings, users, organizations, sessions, tickets, faults } = target
  if (seed.clock?.at !== undefined) clock.set(new Date(seed.clock.at).getTime())
  if (seed.clock?.frozen) clock.freeze()
  settings.patch(seed.settings ?? {})
  each('users', seed.users, users.create)
  each('organizations', seed.organizations, organizations.create)
  each('sessions', seed.sessions, sessions.create)
  each('tickets', seed.tickets, tickets.create)
  each('faults', seed.faults, faults.add)
}

/**
 * Adds what a seed holds to what an emulator knows.
 *
 * @throws WrongInput that names each wrong field; nothing is changed then.
 */
export const applySeed = (target: SeedTarget, input: Seed): void => {
  readInput(SeedSchema, 'seed', input)
  const before = target.export()
  try {
    apply(target, input)
  } catch (error) {
    target.import(before)
    throw error
  }
}

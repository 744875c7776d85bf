import { expect, it } from 'vitest'
import { publicMembers } from './support/public-members.ts'

/** The packages that are published, each with fewer members than it has. */
const packages = { core: 1000, react: 40, vue: 40, emulator: 300 }

it('every public member says what its type does not', () => {
  const found = publicMembers(Object.keys(packages))
  for (const [name, atLeast] of Object.entries(packages))
    expect(found.get(name)?.length).toBeGreaterThan(atLeast)
  const silent = [...found.values()].flat().filter(({ isDocumented }) => !isDocumented)
  expect(silent.map(({ name, place }) => `${name} (packages/${place}) has no docstring`)).toEqual(
    [],
  )
})

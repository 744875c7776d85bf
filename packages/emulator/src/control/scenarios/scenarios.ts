import { attemptScenarios } from './attempts.ts'
import { bootingScenarios } from './booting.ts'
import { networkScenarios } from './network.ts'
import type { Scenario } from './scenario.ts'
import { tokenScenarios } from './tokens.ts'

/** Each knows one user: jane@example.com with the password "correct horse". */
export const scenarios: readonly Scenario[] = [
  ...networkScenarios,
  ...bootingScenarios,
  ...tokenScenarios,
  ...attemptScenarios,
]

/** A scenario by its name. @throws TypeError that lists the names there are. */
export const findScenario = (name: string): Scenario => {
  const found = scenarios.find(scenario => scenario.name === name)
  if (found) return found
  throw new TypeError(
    `There is no scenario ${name}: take one of ${scenarios.map(({ name }) => name).join(', ')}.`,
  )
}

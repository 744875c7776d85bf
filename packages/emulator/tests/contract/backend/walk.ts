import type { Operation } from '../description.ts'
import { record, type Scenario } from '../recorder.ts'
import { operationOf } from './description.ts'
import { clientScenarios } from './scenarios/clients.ts'
import { identificationScenarios } from './scenarios/identifications.ts'
import { instanceScenarios } from './scenarios/instance.ts'
import { organizationScenarios } from './scenarios/organizations.ts'
import { ticketScenarios } from './scenarios/tickets.ts'
import { credentialScenarios } from './scenarios/user-credentials.ts'
import { userScenarios } from './scenarios/users.ts'

const scenarios: readonly Scenario[] = [
  ...userScenarios,
  ...credentialScenarios,
  ...clientScenarios,
  ...identificationScenarios,
  ...organizationScenarios,
  ...ticketScenarios,
  ...instanceScenarios,
]

/** An answer of the Backend API and the operation that gave it. */
export interface Answered {
  readonly scenario: string
  readonly operation: Operation
  readonly status: number
  readonly body: unknown
}

// `?paginated=true` asks for another answer than the one that is described.
const unwrapped = ({ object }: Operation, body: unknown): unknown => {
  const isAsked = JSON.stringify(object).includes('"#/components/parameters/Paginated"')
  const isWrapped = typeof body === 'object' && body !== null && 'total_count' in body
  return isAsked && isWrapped && 'data' in body ? body.data : body
}

/** Drives every scenario, each against emulators of its own, and returns the Backend's answers. */
export const walkAll = async (): Promise<Answered[]> => {
  const answers: Answered[] = []
  for (const scenario of scenarios) {
    for (const { method, path, status, body } of await record(scenario)) {
      const operation = operationOf(method, path)
      const isOther = /^\/v1\/(client|me|environment)(\/|$)|^\/__emulator/.test(path)
      if (!operation && !isOther) throw new TypeError(`${method} ${path} is not described.`)
      if (operation && !isOther)
        answers.push({
          scenario: scenario.name,
          operation,
          status,
          body: body === '' ? null : unwrapped(operation, JSON.parse(body)),
        })
    }
  }
  return answers
}

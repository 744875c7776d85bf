import type { Exchanged } from './check.ts'
import { type Operation, operationOf } from './description.ts'
import { beyond } from './differences.ts'
import { record, type Scenario } from './recorder.ts'
import { clientScenarios } from './scenarios/client.ts'
import { detourScenarios } from './scenarios/detours.ts'
import { deviceScenarios } from './scenarios/devices.ts'
import { domainScenarios } from './scenarios/domains.ts'
import { extraScenarios } from './scenarios/extras.ts'
import { meScenarios } from './scenarios/me.ts'
import { deviceOfMeScenarios } from './scenarios/me-devices.ts'
import { identificationScenarios } from './scenarios/me-identifications.ts'
import { secondFactorScenarios } from './scenarios/me-second-factors.ts'
import { organizationDomainScenarios } from './scenarios/organization-domains.ts'
import { organizationMemberScenarios } from './scenarios/organization-members.ts'
import { organizationScenarios } from './scenarios/organizations.ts'
import { reverificationScenarios } from './scenarios/reverification.ts'
import { signInScenarios } from './scenarios/sign-ins.ts'
import { signUpScenarios } from './scenarios/sign-ups.ts'

const scenarios: readonly Scenario[] = [
  ...clientScenarios,
  ...domainScenarios,
  ...reverificationScenarios,
  ...signInScenarios,
  ...signUpScenarios,
  ...deviceScenarios,
  ...detourScenarios,
  ...meScenarios,
  ...identificationScenarios,
  ...secondFactorScenarios,
  ...deviceOfMeScenarios,
  ...organizationScenarios,
  ...organizationMemberScenarios,
  ...organizationDomainScenarios,
  ...extraScenarios,
]

/** An answer and the operation that gave it. */
export interface Answered {
  readonly scenario: string
  readonly operation: Operation
  readonly status: number
  /** Parsed, if it is JSON. */
  readonly body: unknown
}

const toAnswered = (
  scenario: string,
  { method, path, status, type, body }: Exchanged,
): Answered[] => {
  const operation = operationOf(method, path)
  if (operation)
    return [
      {
        scenario,
        operation,
        status,
        body: type?.startsWith('application/json') ? JSON.parse(body) : body,
      },
    ]
  if (Object.hasOwn(beyond, `${method} ${path}`) || path.startsWith('/__emulator/')) return []
  throw new TypeError(`${scenario}: ${method} ${path} is not described.`)
}

/** Drives every scenario, each against emulators of its own, and returns all answers. */
export const walkAll = async (): Promise<Answered[]> => {
  const answers: Answered[] = []
  for (const scenario of scenarios) {
    for (const exchanged of await record(scenario))
      answers.push(...toAnswered(scenario.name, exchanged))
  }
  return answers
}

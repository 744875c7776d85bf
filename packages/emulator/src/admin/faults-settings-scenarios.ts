import { Hono } from 'hono'
import { scenarios } from '../control/scenarios/scenarios.ts'
import { UnknownRecord } from '../lib/input-errors.ts'
import type { Fault } from '../network/faults/fault.ts'
import { type ControlEnv, jsonOf } from './env.ts'

/** `/__emulator/faults` */
export const createFaultRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => c.json(c.env.emulator.faults.list()))
    .post('/', c => {
      const { faults } = c.env.emulator
      faults.add(jsonOf<Fault>(c))
      return c.json(faults.list().at(-1), 201)
    })
    .delete('/', c => {
      c.env.emulator.faults.clear()
      return c.body(null, 204)
    })
    .delete('/:id', c => {
      const id = c.req.param('id')
      if (!c.env.emulator.faults.remove(id)) throw new UnknownRecord('fault', id)
      return c.body(null, 204)
    })

const scenarioOf = (name: string) => {
  const scenario = scenarios.find(each => each.name === name)
  if (!scenario) throw new UnknownRecord('scenario', name)
  return scenario
}

/** `/__emulator/scenarios`: what is known is forgotten before one is staged. */
export const createScenarioRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => c.json(scenarios.map(({ name, summary }) => ({ name, summary }))))
    .post('/:name', c => {
      const { seed } = scenarioOf(c.req.param('name'))
      c.env.emulator.reset()
      c.env.emulator.seed(seed)
      return c.body(null, 204)
    })

/** `/__emulator/settings` */
export const createSettingsRoutes = (): Hono<ControlEnv> =>
  new Hono<ControlEnv>()
    .get('/', c => c.json(c.env.emulator.settings.read()))
    .patch('/', c => c.json(c.env.emulator.settings.patch(jsonOf(c))))

import { expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { consumerAt } from '../support/consumer.ts'
import { names } from '../support/names.ts'
import { runUnits } from '../support/units.ts'
import { testTools } from '../support/versions.ts'

it('the unit tests pass with what is published', { timeout: 900_000 }, async () => {
  const { failures, passed, said } = await runUnits(consumerAt(inject('newest')), names)
  expect(failures).toEqual([])
  expect(passed, said).toBeGreaterThan(1000)
  runsOn('Test runners', 'Vitest, environment node', testTools.vitest ?? '')
  runsOn('Test runners', 'Vitest, environment happy-dom', testTools.vitest ?? '')
})

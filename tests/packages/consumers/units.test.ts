import { expect, inject, it } from 'vitest'
import { consumerAt } from '../support/consumer.ts'
import { names } from '../support/names.ts'
import { runUnits } from '../support/units.ts'

it('the unit tests pass with what is published', { timeout: 900_000 }, async () => {
  const { failures, passed, said } = await runUnits(consumerAt(inject('newest')), names)
  expect(failures).toEqual([])
  expect(passed, said).toBeGreaterThan(1000)
})

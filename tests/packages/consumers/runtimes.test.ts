import { join } from 'node:path'
import { expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { consumerAt } from '../support/consumer.ts'
import { runtimes } from '../support/versions.ts'

const consumer = consumerAt(inject('newest'))
const pathOf = (name: keyof typeof runtimes) =>
  join(consumer.folder, 'node_modules', runtimes[name].package, runtimes[name].program)
const whole = { before: 0, parts: 3, react: '<p>1</p>', vue: '<p>1</p>', after: 0 }

it.each([
  ['Bun', ['run.mjs']],
  ['Deno', ['run', '--allow-all', 'run.mjs']],
] as const)('signs in and out in %s, and renders in React and Vue', async (name, args) => {
  expect(JSON.parse(await consumer.run(pathOf(name), args))).toEqual(whole)
  runsOn('Runtimes', name, runtimes[name].version)
})

// Its fetch leaves out headers that are empty.
it('signs in and out in a worker, also in native mode', async () => {
  const seen = JSON.parse(await consumer.run('node', ['run-worker.mjs', pathOf('workerd')]))
  expect(seen).toEqual({ flow: whole, native: { parts: 3, after: 0 } })
  runsOn('Runtimes', 'Workers (workerd)', runtimes.workerd.version)
})

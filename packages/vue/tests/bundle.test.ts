import { bundle } from '@clientele/conformance'
import { expect, it, vi } from 'vitest'

// A build in a process of its own, on machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 })

it('needs nothing but Vue and two subpaths of the core', () => {
  expect(bundle('vue').imports).toEqual([
    '@clientele/core/attempt-form',
    '@clientele/core/when-known',
    'vue',
  ])
})

it('costs who reads the client only 0.7 kB', () => {
  const { gzip, imports } = bundle('vue', ['createClientelePlugin', 'useClient', 'useClientele'])
  expect(gzip).toBeLessThanOrEqual(700)
  expect(imports).toEqual(['vue'])
})

it('costs whoever uses all of it 2 kB', () => {
  expect(bundle('vue').gzip).toBeLessThanOrEqual(2000)
})

// @vitest-environment node
import { bundle } from '@clientele/conformance/bundle'
import { expect, it } from 'vitest'

it('needs nothing but Vue, the core and two of its subpaths', async () => {
  expect((await bundle('vue')).imports).toEqual([
    '@clientele/core',
    '@clientele/core/attempt-form',
    '@clientele/core/when-loaded',
    'vue',
  ])
})

it('costs who reads the client only 0.75 kB', async () => {
  const { gzip, imports } = await bundle('vue', [
    'createClientelePlugin',
    'useClient',
    'useClienteleStore',
  ])
  expect(gzip).toBeLessThanOrEqual(750)
  expect(imports).toEqual(['@clientele/core', 'vue'])
})

it('costs whoever uses all of it 2 kB', async () => {
  expect((await bundle('vue')).gzip).toBeLessThanOrEqual(2000)
})

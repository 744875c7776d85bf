import { bundle } from '@clientele/conformance'
import { expect, it } from 'vitest'

it('needs nothing but Vue', () => {
  expect(bundle('vue').imports).toEqual(['vue'])
})

it('costs who reads the client only 0.7 kB', () => {
  expect(bundle('vue', ['createClientelePlugin', 'useClient', 'useClientele']).gzip).toBeLessThanOrEqual(700)
})

it('costs whoever uses all of it 2 kB', () => {
  expect(bundle('vue').gzip).toBeLessThanOrEqual(2000)
})

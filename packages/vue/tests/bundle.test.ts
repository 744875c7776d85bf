import { bundle } from '@clientele/conformance'
import { expect, it } from 'vitest'

it('is small, and needs nothing but Vue', () => {
  const { gzip, imports } = bundle('vue')
  expect(gzip).toBeLessThanOrEqual(700)
  expect(imports).toEqual(['vue'])
})

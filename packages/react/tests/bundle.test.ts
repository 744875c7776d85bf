import { bundle } from '@clientele/conformance'
import { expect, it } from 'vitest'

it('is marked as client code, small, and needs nothing but React', () => {
  const { text, gzip, imports } = bundle('react')
  expect(text).toMatch(/^["']use client["'];/)
  expect(gzip).toBeLessThanOrEqual(700)
  expect(imports).toEqual(['react', 'react/jsx-runtime'])
})

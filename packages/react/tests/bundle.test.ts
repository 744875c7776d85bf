import { bundle } from '@clientele/conformance'
import { expect, it } from 'vitest'

it('is marked as client code, and needs nothing but React', () => {
  const { text, imports } = bundle('react')
  expect(text).toMatch(/^["']use client["'];/)
  expect(imports).toEqual(['react', 'react/jsx-runtime'])
})

it('costs who reads the client only 0.7 kB', () => {
  expect(bundle('react', ['ClienteleProvider', 'useClient', 'useClientele']).gzip).toBeLessThanOrEqual(700)
})

it('costs whoever uses all of it 2 kB', () => {
  expect(bundle('react').gzip).toBeLessThanOrEqual(2000)
})

import { bundle } from '@clientele/conformance'
import { expect, it, vi } from 'vitest'

// A build in a process of its own, on machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 })

it('is marked as client code, and needs nothing but React and two subpaths of the core', () => {
  const { text, imports } = bundle('react')
  expect(text).toMatch(/^["']use client["'];/)
  // What keeps the React Compiler from what is memoised by hand.
  expect(text).toContain('use no memo')
  expect(imports).toEqual([
    '@clientele/core/attempt-form',
    '@clientele/core/when-known',
    'react',
    'react/jsx-runtime',
  ])
})

it('costs who reads the client only 0.7 kB', () => {
  const { gzip, imports } = bundle('react', ['ClienteleProvider', 'useClient', 'useClientele'])
  expect(gzip).toBeLessThanOrEqual(700)
  expect(imports).toEqual(['react', 'react/jsx-runtime'])
})

it('costs whoever uses all of it 2 kB', () => {
  expect(bundle('react').gzip).toBeLessThanOrEqual(2000)
})

// @vitest-environment node
import { bundle } from '@clientele/conformance/bundle'
import { expect, it } from 'vitest'

it('is marked as client code, and needs nothing but React, the core and two of its subpaths', async () => {
  const { text, imports } = await bundle('react')
  expect(text).toMatch(/^["']use client["'];/)
  // What keeps the React Compiler from what is memoised by hand.
  expect(text).toContain('use no memo')
  expect(imports).toEqual([
    '@clientele/core',
    '@clientele/core/attempt-form',
    '@clientele/core/when-loaded',
    'react',
    'react/jsx-runtime',
  ])
})

it('costs who reads the client only 0.96 kB', async () => {
  const { gzip, imports } = await bundle('react', [
    'ClienteleProvider',
    'useClient',
    'useClienteleStore',
  ])
  expect(gzip).toBeLessThanOrEqual(960)
  expect(imports).toEqual(['@clientele/core', 'react', 'react/jsx-runtime'])
})

it('costs whoever uses all of it 2.2 kB', async () => {
  expect((await bundle('react')).gzip).toBeLessThanOrEqual(2200)
})

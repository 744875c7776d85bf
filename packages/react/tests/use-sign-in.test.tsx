import { openApp } from '@clientele/conformance'
import { useSignIn, useSignUp } from '@clientele/react'
import { describe, expect, it } from 'vitest'
import { watch } from './support/watch.tsx'

describe.each([
  ['useSignIn', useSignIn],
  ['useSignUp', useSignUp],
] as const)('%s', (_, use) => {
  it('is the same object on every render without a change', async () => {
    const app = openApp()
    await app.clientele.load()
    const { seen, again } = await watch<object>(app, use)
    await again()
    expect(seen).toHaveLength(2)
    expect(seen[1]).toBe(seen[0])
  })

  it('is the same object in every component', async () => {
    const app = openApp()
    const [one, two] = [await watch<object>(app, use), await watch<object>(app, use)]
    expect(one.seen[0]).toBe(two.seen[0])
  })
})

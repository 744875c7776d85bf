import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'

test('a browser without a client gets null, not an error', async () => {
  const { fetch } = createEmulator().agent()
  const answer = await fetch('/v1/client')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ response: null, client: null })
})

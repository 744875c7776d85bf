// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane, joe } from './support/browser.ts'

test('works where a simulated browser has replaced the globals of the web', async () => {
  expect(typeof window).toBe('object')
  const emulator = createFrozen()
  const { agent, client, session, send, ids } = await createSignedIn(emulator, [jane, joe])
  expect((await client()).body.response?.sessions).toHaveLength(2)
  expect((await session('tokens', ids[0] ?? '')).status).toBe(200)
  expect(agent.cookies()).toHaveLength(2)
  expect((await session('touch', 'sess_x')).headers.get('access-control-allow-origin')).toBe(
    'https://app.emulator.test',
  )
  await send('DELETE', '/v1/client')
  expect((await client()).body.response).toBeNull()
})

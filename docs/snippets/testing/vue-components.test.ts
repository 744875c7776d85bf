// @vitest-environment happy-dom
import { createTestClientele } from '@clientele/emulator/testing'
import { createClientelePlugin, useUser } from '@clientele/vue'
import { expect, it } from 'vitest'
import { createApp, h, nextTick } from 'vue'

// #region component
it('follows a sign-out', async () => {
  const { clientele } = await createTestClientele({
    state: 'signed-in',
    user: { firstName: 'Ada' },
  })
  const app = createApp({
    setup: () => {
      const user = useUser()
      return () => h('p', user.value ? `Hello ${user.value.firstName}` : 'Please sign in')
    },
  })
  const page = document.createElement('main')
  app.use(createClientelePlugin({ clientele })).mount(page)
  expect(page.textContent).toBe('Hello Ada')
  await clientele.signOut()
  await nextTick()
  expect(page.textContent).toBe('Please sign in')
})
// #endregion component

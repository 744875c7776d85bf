import { listen } from '@clientele/emulator/node'
import { signInAs } from '@clientele/emulator/testing'
import type { Page } from 'playwright-core'

export const example = async (page: Page) => {
  // #region test
  const { emulator, url } = await listen({ port: 4100 })
  const { id } = emulator.users.create({ emailAddress: 'ada@example.com' })
  await signInAs(page, { url, userId: id })
  await page.goto('http://127.0.0.1:5173')
  await page.getByRole('heading', { name: 'Hello' }).waitFor()
  // #endregion test
}

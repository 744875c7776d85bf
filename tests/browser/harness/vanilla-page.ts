import type { Locator, Page } from 'playwright-core'

/** The code that every address with `+clerk_test` in it takes. */
export const testCode = '424242'

/** The vanilla example, as somebody with a mouse uses it. Each action resolves once the page shows its result. */
export interface VanillaPage {
  readonly sessions: Locator
  readonly session: (name: string) => Locator
  readonly property: (name: string) => Promise<string>
  readonly method: (name: string) => Promise<void>
  readonly signUp: (address: string, password?: string) => Promise<void>
  readonly signIn: (address: string, password: string) => Promise<void>
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>
  readonly isInUse: (name: string) => Promise<void>
}

export const createVanillaPage = (page: Page): VanillaPage => {
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const sessions = region('Sessions').locator('li')
  const session = (name: string) => sessions.filter({ hasText: name })
  const settled = () => page.waitForFunction(() => !document.querySelector('[aria-busy]')).then(() => {})
  const isInUse = (name: string) => session(name).and(page.locator('[aria-current=true]')).waitFor()
  return {
    sessions,
    session,
    settled,
    isInUse,
    property: async name => (await page.locator(`[data-property=${name}]`).textContent()) ?? '',
    method: async name => {
      await region('Methods').getByRole('button', { name }).click()
      await settled()
    },
    signUp: async (address, password = '') => {
      const form = region('Sign up')
      await form.getByLabel('E-mail address').fill(address)
      await form.getByLabel('Password').fill(password)
      await form.getByRole('button', { name: 'Sign up' }).click()
      await form.getByLabel('Code').fill(testCode)
      await form.getByRole('button', { name: 'Verify' }).click()
      await isInUse(address)
      await settled()
    },
    signIn: async (address, password) => {
      const form = region('Sign in')
      await form.getByLabel('E-mail address').fill(address)
      await form.getByLabel('Password', { exact: true }).and(page.locator('[type=password]')).fill(password)
      await form.getByRole('button', { name: 'Sign in' }).click()
      await isInUse(address)
      await settled()
    },
  }
}

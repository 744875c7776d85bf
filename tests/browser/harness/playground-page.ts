import type { Locator, Page } from 'playwright-core'

/** The code that every address with `+clerk_test` in it takes. */
export const testCode = '424242'

/**
 * The page of any example, as somebody with a mouse uses it. Each action resolves once the page
 * shows its result.
 */
export interface PlaygroundPage {
  /** Goes there, or reloads; resolves when the client is known. */
  readonly open: () => Promise<void>
  readonly sessions: Locator
  readonly session: (name: string) => Locator
  readonly property: (name: string) => Promise<string>
  /** Every property of the client as the page shows it. */
  readonly properties: () => Promise<Readonly<Record<string, string>>>
  readonly method: (name: string) => Promise<void>
  readonly signUp: (address: string, password?: string) => Promise<void>
  readonly signIn: (address: string, password: string) => Promise<void>
  /** Asks for a code, and leaves it to be typed in. @returns the form for it */
  readonly askForCode: (address: string) => Promise<Locator>
  /** Types a code and sends it. */
  readonly typeCode: (form: Locator, code?: string) => Promise<void>
  /** Resolves when nothing is under way. */
  readonly settled: () => Promise<void>
  readonly isInUse: (name: string) => Promise<void>
}

export const createPlaygroundPage = (page: Page, url: string): PlaygroundPage => {
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  const sessions = region('Sessions').locator('li')
  const session = (name: string) => sessions.filter({ hasText: name })
  const settled = () =>
    page.waitForFunction(() => !document.querySelector('[aria-busy]')).then(() => {})
  const typeCode = async (form: Locator, code = testCode) => {
    const field = await form.getByLabel('Code', { exact: true }).elementHandle()
    await field?.fill(code)
    // A form that goes by itself after the sixth digit has gone already, and may be off the page by
    // now.
    await field?.evaluate(input => {
      if (input instanceof HTMLInputElement && input.isConnected && !input.closest('[aria-busy]'))
        input.form?.requestSubmit()
    })
  }
  const isInUse = (name: string) => session(name).and(page.locator('[aria-current=true]')).waitFor()
  return {
    open: async () => {
      // A page behind another one is drawn once a second only, and every click waits for it.
      await page.bringToFront()
      await page.goto(url)
      await page.getByText('ready', { exact: true }).waitFor()
    },
    sessions,
    session,
    settled,
    typeCode,
    isInUse,
    property: async name => (await page.locator(`[data-property=${name}]`).textContent()) ?? '',
    properties: async () => {
      await settled()
      return page
        .locator('[data-property]')
        .evaluateAll(nodes =>
          Object.fromEntries(
            nodes.map(node => [node.getAttribute('data-property') ?? '', node.textContent ?? '']),
          ),
        )
    },
    method: async name => {
      await region('Methods').getByRole('button', { name }).click()
      await settled()
    },
    signUp: async (address, password = '') => {
      const form = region('Sign up')
      await form.getByLabel(/^E-mail address/).fill(address)
      await form.getByLabel('Password').fill(password)
      await form.getByRole('button', { name: 'Sign up' }).click()
      await typeCode(form)
      await isInUse(address)
      await settled()
    },
    askForCode: async address => {
      const form = region('Sign in')
      await form.getByLabel(/^E-mail address/).fill(address)
      await form.getByLabel('E-mail code').check()
      await form.getByRole('button', { name: 'Sign in' }).click()
      await form.getByLabel('Code', { exact: true }).waitFor()
      return form
    },
    signIn: async (address, password) => {
      const form = region('Sign in')
      await form.getByLabel(/^E-mail address/).fill(address)
      await form
        .getByLabel('Password', { exact: true })
        .and(page.locator('[type=password]'))
        .fill(password)
      await form.getByRole('button', { name: 'Sign in' }).click()
      await isInUse(address)
      await settled()
    },
  }
}

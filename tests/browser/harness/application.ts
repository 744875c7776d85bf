import type { Page } from 'playwright-core'

/** One of the three applications, as somebody without a mouse uses it. */
export interface Application {
  /**
   * Types into the field that has the focus, over what stands there, tabs to the next ones, and
   * sends the form.
   *
   * @param values by the names of the fields
   */
  readonly fillIn: (values: Readonly<Record<string, string>>) => Promise<void>
  /** Presses something by its text. */
  readonly press: (text: string) => Promise<void>
  /** Presses something in the menu of accounts. */
  readonly inMenu: (text: string) => Promise<void>
  /** Resolves when the protected page greets somebody. */
  readonly greets: (name: string) => Promise<void>
  /** Resolves when the way in is shown. */
  readonly asksToSignIn: () => Promise<void>
}

export const createApplication = (page: Page): Application => {
  const press = (text: string) =>
    page
      .getByRole('button', { name: text, exact: true })
      .or(page.getByRole('link', { name: text, exact: true }))
      .press('Enter')
  return {
    press,
    fillIn: async values => {
      for (const [index, [name, text]] of Object.entries(values).entries()) {
        if (index > 0) await page.keyboard.press('Tab')
        await page.locator(`input[name=${name}]:focus`).waitFor()
        await page.keyboard.press('ControlOrMeta+A')
        await page.keyboard.type(text)
      }
      await page.keyboard.press('Enter')
    },
    inMenu: async text => {
      await page.locator('.menu-button').press('Enter')
      await press(text)
    },
    greets: name => page.getByRole('heading', { name: `Hello ${name}`, exact: true }).waitFor(),
    asksToSignIn: () => page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor(),
  }
}

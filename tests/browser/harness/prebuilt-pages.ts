import type { Page } from 'playwright-core'
import { testCode } from './test-code.ts'

/** Clerk's prebuilt pages in an application, as somebody with a mouse uses them. */
export interface PrebuiltPages {
  /** Waits until the server of the application has this to say of who is here. */
  readonly isWho: (text: string) => Promise<void>
  readonly signUp: (emailAddress: string, password: string) => Promise<void>
  /** Up to where a password is asked for, or a passkey is. */
  readonly identify: (emailAddress: string) => Promise<void>
  readonly typePassword: (password: string) => Promise<void>
  /** Types a code, which goes by itself after the sixth digit. */
  readonly typeCode: (code: string) => Promise<void>
  readonly signOut: () => Promise<void>
  readonly createOrganization: (name: string) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
}

/** @param url where the application is */
export const createPrebuiltPages = (page: Page, url: string): PrebuiltPages => {
  const press = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).first().click()
  const chooseOrPress = (name: string) =>
    page.getByRole('menuitem', { name }).or(page.getByRole('button', { name })).first().click()
  const isWho = (text: string) => page.locator('#who', { hasText: text }).waitFor()
  // By the keyboard: what the form says of a password moves the button away under a mouse.
  const typePassword = async (password: string) => {
    const field = page.getByLabel('Password', { exact: true })
    await field.fill(password)
    await field.press('Enter')
  }
  const typeCode = (code: string) =>
    page.getByRole('textbox', { name: /code/i }).first().pressSequentially(code)
  return {
    press,
    isWho,
    typePassword,
    typeCode,
    signUp: async (emailAddress, password) => {
      await page.goto(`${url}/sign-up`)
      await page.getByLabel('Email address').fill(emailAddress)
      await typePassword(password)
      await typeCode(testCode)
      await isWho(emailAddress)
    },
    identify: async emailAddress => {
      await page.goto(`${url}/sign-in`)
      await page.getByLabel(/^Email address/).fill(emailAddress)
      await press('Continue')
    },
    signOut: async () => {
      await page.goto(url)
      await press('Open user menu')
      await chooseOrPress('Sign out')
      await isWho('signed out')
    },
    createOrganization: async name => {
      await page.goto(url)
      await press(/organization/i)
      await chooseOrPress('Create organization')
      await page.getByLabel('Name').fill(name)
      await page.getByRole('button', { name: 'Create organization' }).last().click()
      await press('Skip')
      await page.locator('#organization', { hasText: name.toLowerCase() }).waitFor()
    },
  }
}

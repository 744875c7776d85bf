import { createBrowser, createFrozen, jane } from './browser.ts'

export const withJane = (settings = {}) => {
  const emulator = createFrozen({ settings })
  emulator.users.create({ ...jane, firstName: 'Jane', username: 'jane_doe' })
  return { emulator, ...createBrowser(emulator) }
}

/** A sign-in for which a code was sent. */
export const withCode = async (settings = {}) => {
  const browser = withJane(settings)
  const { id } = (await browser.signIn({ identifier: jane.emailAddress })).body.response
  await browser.signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
  const code = browser.emulator.inbox.latest()?.code ?? ''
  const attempt = (given: string) =>
    browser.signInStep(id, 'attempt_first_factor', { strategy: 'email_code', code: given })
  return { ...browser, id, code, attempt }
}

/** A code that is never sent. */
export const wrong = '000000'

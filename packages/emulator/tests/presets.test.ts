import { createEmulator, type SettingsInput } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen } from './support/browser.ts'
import { run } from './support/command.ts'

const environmentOf = async (settings?: SettingsInput) =>
  (await createFrozen({ settings }).fetch('/v1/environment')).json()

describe('presets of settings', () => {
  test.each([
    [undefined, { password: 'required', limits: 'development', organizations: false }],
    ['default', { password: 'required', limits: 'development', organizations: false }],
    ['production', { password: 'required', limits: 'production', testMode: false }],
    ['b2b', { organizations: true, forceOrganizationSelection: true, phoneNumber: 'off' }],
    ['minimal', { password: 'off', socialProviders: [], emailAddress: 'required' }],
    [
      { preset: 'b2b', singleSession: true },
      { organizations: true, singleSession: true },
    ],
    [{ preset: 'b2b', organizations: false, password: undefined }, { password: 'required' }],
    [{ singleSession: true }, { password: 'required', singleSession: true }],
  ] as const)('%j', (settings, expected) => {
    const emulator = createEmulator({ settings })
    expect(emulator.settings.read()).toMatchObject(expected)
    emulator.settings.patch({ applicationName: 'Other' })
    emulator.reset()
    expect(emulator.settings.read()).toMatchObject(expected)
  })

  test('errors carry the client, unless a setting says otherwise', async () => {
    const metaOf = async (settings?: SettingsInput) => {
      const { signUp, signIn } = createBrowser(createFrozen({ settings }))
      await signUp({ first_name: 'A' })
      const { text } = await signIn({ identifier: 'nobody@example.com' })
      return JSON.parse(text).meta
    }
    expect((await metaOf()).client).toMatchObject({ object: 'client' })
    expect(await metaOf({ clientInErrors: false })).toBeUndefined()
  })

  test.each(['toString', 'B2B', ''])('%j is none', async preset => {
    const message = /there is no preset .*; choose default, production, b2b, minimal/
    // as: what JavaScript lets pass
    expect(() => createEmulator({ settings: preset as 'b2b' })).toThrow(message)
    const ended = await run('--port', '0', '--settings', preset).ended()
    expect([ended.exitCode, ended.error]).toEqual([2, expect.stringMatching(message)])
  })

  test('the command takes one, and limits on top', async () => {
    const running = run('--port', '0', '--settings', 'b2b', '--limits', 'production')
    const [url] = await running.says(/http:\S+/)
    const settings = await (await fetch(`${url}/__emulator/settings`)).json()
    expect(settings).toMatchObject({ organizations: true, limits: 'production' })
    running.signal('SIGTERM')
    expect(await running.exit).toBe(0)
  })

  test.each([
    [undefined, true],
    ['minimal', false],
    [{ disabledStrategies: ['passkey'] }, false],
  ] as const)('with %j a page for sign-ins offers passkeys: %s', async (settings, isOffered) => {
    // as: a list that can be read only
    const { user_settings } = await environmentOf(settings as SettingsInput)
    expect(user_settings.passkey_settings.show_sign_in_button).toBe(isOffered)
  })

  test.each([
    [undefined, false],
    [{ organizations: true }, true],
    ['b2b', true],
  ] as const)('with %j the environment says of organizations: %s', async (settings, enabled) => {
    expect((await environmentOf(settings)).organization_settings.enabled).toBe(enabled)
  })

  test.each([
    [undefined, ['email_code']],
    [{ emailVerification: 'both' }, ['email_code', 'email_link']],
    [{ emailVerification: 'link' }, ['email_link']],
    [{ emailVerification: 'both', disabledStrategies: ['email_link'] }, ['email_code']],
  ] as const)('with %j pages verify an email address by %j', async (settings, strategies) => {
    const { user_settings, auth_config } = await environmentOf(settings as SettingsInput)
    expect(user_settings.attributes.email_address.verifications).toEqual(strategies)
    expect(auth_config.email_address_verification_strategies).toEqual(strategies)
  })
})

describe('pictures of initials', () => {
  test.each([
    [{ firstName: 'Jane', lastName: 'Doe' }, 'JD'],
    [{ username: 'joe' }, 'J'],
    [{ firstName: '<svg>"', lastName: '&' }, 'S'],
    [{ firstName: 'Éva', lastName: '李' }, 'É李'],
    [{}, 'A'],
  ])('stand in for one that nobody uploaded: %o', async (names, letters) => {
    const emulator = createFrozen()
    const user = { emailAddress: 'ann@example.com', password: 'correct horse', ...names }
    emulator.users.create(user)
    const { body } = await createBrowser(emulator).signIn({
      identifier: user.emailAddress,
      password: user.password,
    })
    const [session] = body.client?.sessions ?? []
    const { image_url, has_image } = { ...session?.user } as Record<string, unknown> // as: a user
    expect([has_image, image_url]).toEqual([
      false,
      `https://clerk.emulator.test/__emulator/images/avatar_placeholder/${encodeURIComponent(letters)}`,
    ])
    const picture = await emulator.fetch(String(image_url))
    expect(picture.headers.get('content-type')).toBe('image/svg+xml')
    expect(await picture.text()).toContain(`>${letters}</text>`)
  })

  test.each(['%3Cscript%3E', 'A%22', 'ABCDEFG', '%20'])('are letters only: %s', async letters => {
    const answer = await createFrozen().fetch(`/__emulator/images/avatar_placeholder/${letters}`)
    expect(answer.status).toBe(404)
  })

  test('providers have names and logos', async () => {
    const { user_settings } = await environmentOf({ socialProviders: ['github', 'custom_acme'] })
    const logo = (letter: string) =>
      `https://clerk.emulator.test/__emulator/images/avatar_placeholder/${letter}`
    expect(user_settings.social).toMatchObject({
      oauth_github: { name: 'GitHub', logo_url: logo('G') },
      oauth_custom_acme: { name: 'Acme', logo_url: logo('A') },
    })
  })
})

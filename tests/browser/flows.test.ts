import type { Emulator, Settings } from '@clientele/emulator'
import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ask, askIn } from './harness/ask.ts'
import { newProfile, openBrowser } from './harness/browser.ts'
import { inLoop } from './harness/sets.ts'
import { builtOf } from './harness/shared.ts'
import { type StaticServer, serveFolder } from './harness/static-server.ts'
import { testCode } from './harness/test-code.ts'
import type { Facts } from './pages/vendor/facts.ts'
import type { Flow, Trail } from './pages/vendor/flows.ts'
import type { Lab } from './pages/vendor/subject.ts'

// Every way to sign in and up: the same flow, written once, by the newest vendor's SDK, unmodified,
// and by Clientele. Each has an emulator of its own, with the same ids at the same time: what comes
// out has to be the same, field by field.

let server: StaticServer
let browser: Browser

beforeAll(async () => {
  server = await serveFolder(await builtOf('tests/browser/pages/vendor'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const ada = 'ada+clerk_test@example.com'
const password = 'correct horse battery'
const better = 'a better horse battery'
const phone = '+12025550123'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

type Given = Readonly<Record<string, string>>

/** One person's way through, as the test drives it. */
interface Stage {
  readonly emulator: Emulator
  readonly ask: Ask
  readonly page: Page
  /** Runs a flow and keeps what its steps were. */
  readonly run: (flow: Flow, given: Given) => Promise<string | null>
  /** A page of the application, opened anew as after a redirect, with the library loaded. */
  readonly land: () => Promise<Ask>
}

interface Result {
  readonly trail: Trail
  readonly facts: Facts
  readonly client: unknown
}

// What moves by how often a library asks, and not by what was done.
const passing = new Set([
  'last_active_token',
  'updated_at',
  'last_active_at',
  'abandon_at',
  'cookie_expires_at',
])

const readClient = async (page: Page, { url }: Listening): Promise<unknown> => {
  const text = await page.evaluate(
    address => fetch(address, { credentials: 'include' }).then(response => response.text()),
    `${url}/v1/client`,
  )
  return JSON.parse(text, (key, value) => (passing.has(key) ? undefined : value))
}

const play = async (
  who: keyof Lab,
  now: number,
  settings: Partial<Settings>,
  act: (stage: Stage) => Promise<void>,
): Promise<Result> => {
  const listening = await listen({
    clock: { now: () => now },
    settings: { password: 'on', ...settings },
  })
  const profile: BrowserContext = await newProfile(browser)
  try {
    // A page of its own each time: the vendor's SDK may still be leaving the one before.
    const open = async (): Promise<{ page: Page; ask: Ask }> => {
      const page = await profile.newPage()
      await page.goto(server.url)
      const ask = askIn(page, who)
      await ask('load', {
        publishableKey: listening.publishableKey,
        proxyUrl: listening.url,
        usesDevBrowser: false,
      })
      return { page, ask }
    }
    const land = async () => (await open()).ask
    const { page, ask } = await open()
    const trail: Trail[number][] = []
    const run: Stage['run'] = async (flow, given) => {
      const outcome = await ask('run', flow, given)
      trail.push(...outcome.trail)
      return outcome.url
    }
    await act({ emulator: listening.emulator, ask, page, run, land })
    const last = await open()
    const client = JSON.stringify(await readClient(last.page, listening))
    // Each has an emulator of its own, whose address is in pictures.
    const same = JSON.parse(client.replaceAll(listening.url, ''))
    return { trail, facts: await last.ask('read'), client: same }
  } finally {
    await profile.close()
    await listening.close()
  }
}

const choose = async (
  { page, land }: Stage,
  url: string | null,
  emailAddress: string,
): Promise<void> => {
  await page.goto(url ?? '')
  await page.getByLabel('Email address').fill(emailAddress)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.waitForURL(address => address.searchParams.has('back'))
  await (await land())('handleRedirectCallback')
}

interface Scenario {
  readonly name: string
  /** Compared in `npm test`, and not only in the matrix. */
  readonly isEveryday?: boolean
  readonly settings?: Partial<Settings>
  readonly act: (stage: Stage) => Promise<void>
}

const withAda = (
  act: (stage: Stage, userId: string) => Promise<unknown>,
  user = {},
): Scenario['act'] => {
  return async stage => {
    const { id } = stage.emulator.users.create({
      emailAddress: ada,
      password,
      firstName: 'Ada',
      ...user,
    })
    await act(stage, id)
  }
}

const back = () => `${server.url}/?back=1`
const google = () => ({
  strategy: 'oauth_google',
  redirectUrl: back(),
  actionCompleteRedirectUrl: back(),
})
const identifier = ada

const scenarios: readonly Scenario[] = [
  {
    name: 'password',
    isEveryday: true,
    act: withAda(({ run }) => run('password', { identifier, password })),
  },
  {
    name: 'a code by e-mail',
    act: withAda(({ run }) => run('code', { identifier, strategy: 'email_code', code: testCode })),
  },
  {
    name: 'a code by phone',
    act: withAda(
      ({ run }) => run('code', { identifier: phone, strategy: 'phone_code', code: testCode }),
      {
        phoneNumber: phone,
      },
    ),
  },
  {
    name: 'a forgotten password',
    act: withAda(({ run }) => run('reset', { identifier, code: testCode, password: better })),
  },
  {
    name: 'an authenticator app as second factor',
    act: withAda(
      ({ run, emulator }, id) =>
        run('secondFactor', {
          identifier,
          password,
          strategy: 'totp',
          code: emulator.users.totpCode(id),
        }),
      { totpSecret },
    ),
  },
  {
    name: 'a backup code as second factor',
    act: withAda(
      ({ run }) =>
        run('secondFactor', { identifier, password, strategy: 'backup_code', code: 'abcd1234' }),
      {
        totpSecret,
        backupCodes: ['abcd1234'],
      },
    ),
  },
  {
    name: 'a code by phone as second factor',
    act: withAda(
      ({ run }) =>
        run('secondFactorByCode', { identifier, password, strategy: 'phone_code', code: testCode }),
      {
        secondFactorPhoneNumber: phone,
      },
    ),
  },
  {
    name: 'a client that has to earn trust',
    settings: { clientTrust: true },
    act: withAda(({ run }) =>
      run('secondFactorByCode', { identifier, password, strategy: 'email_code', code: testCode }),
    ),
  },
  {
    name: 'a ticket',
    act: withAda(({ run, emulator }, userId) =>
      run('ticket', { ticket: emulator.tickets.create({ userId }).ticket }),
    ),
  },
  {
    name: 'a link by e-mail',
    act: withAda(async ({ run, emulator, page }) => {
      await run('link', { identifier, redirectUrl: back() })
      await page.goto(emulator.inbox.latest({ kind: 'email_link' })?.link ?? '')
      expect(page.url()).toContain('__clerk_status=verified')
    }),
  },
  {
    name: 'a provider that knows one',
    act: withAda(async stage => choose(stage, await stage.run('provider', google()), ada), {
      externalAccounts: [{ provider: 'google' }],
    }),
  },
  {
    name: 'a provider that nobody came by before: the sign-in becomes a sign-up',
    act: async stage => choose(stage, await stage.run('provider', google()), 'new@example.com'),
  },
  {
    name: 'signing up at a provider that knows one: it becomes a sign-in',
    act: withAda(async stage => choose(stage, await stage.run('signUpByProvider', google()), ada), {
      externalAccounts: [{ provider: 'google' }],
    }),
  },
  {
    name: 'signing up at a provider',
    act: async stage =>
      choose(stage, await stage.run('signUpByProvider', google()), 'new@example.com'),
  },
  {
    name: 'signing up with a code by e-mail',
    act: async ({ run }) => {
      await run('signUpByCode', {
        emailAddress: ada,
        password,
        firstName: 'Ada',
        strategy: 'email_code',
        code: testCode,
      })
    },
  },
  {
    name: 'signing up with a code by phone',
    settings: { emailAddress: 'on', phoneNumber: 'required' },
    act: async ({ run }) => {
      await run('signUpByCode', { phoneNumber: phone, strategy: 'phone_code', code: testCode })
    },
  },
  {
    name: 'signing up, with a field that was missing',
    settings: { username: 'required' },
    act: async ({ run }) => {
      await run('signUpInSteps', { emailAddress: ada, code: testCode, username: 'ada_lovelace' })
    },
  },
  {
    name: 'signing up with a link by e-mail',
    act: async ({ run, emulator, page }) => {
      await run('signUpByLink', { emailAddress: ada, redirectUrl: back() })
      await page.goto(emulator.inbox.latest({ kind: 'email_link' })?.link ?? '')
    },
  },
  {
    name: 'signing up by invitation',
    act: async ({ run, emulator }) => {
      const { ticket } = emulator.tickets.create({
        emailAddress: ada,
        publicMetadata: { plan: 'pro' },
      })
      await run('signUpByTicket', { ticket })
    },
  },
]

describe('the vendor’s SDK and Clientele end the same', () => {
  for (const { name, isEveryday = false, settings = {}, act } of scenarios)
    it(`by ${name}`, inLoop(isEveryday), async () => {
      const now = Date.now()
      const theirs = await play('vendor', now, settings, act)
      const ours = await play('clientele', now, settings, act)
      expect(ours.client).toEqual(theirs.client)
      expect(ours.trail).toEqual(theirs.trail)
      expect(ours.facts.sessions).toHaveLength(1)
      expect(ours.facts.activeSession).toBe(theirs.facts.activeSession)
    })
})

import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { askIn } from './harness/ask.ts'
import { newProfile, openBrowser } from './harness/browser.ts'
import { describeEach, matrix } from './harness/sets.ts'
import { builtOf } from './harness/shared.ts'
import { type StaticServer, serveFolder } from './harness/static-server.ts'
import { testCode } from './harness/test-code.ts'
import type { Facts } from './pages/vendor/facts.ts'
import type { Lab, SubjectOptions } from './pages/vendor/subject.ts'

// The newest vendor's SDK, unmodified, against the emulator, side by side with Clientele in one
// browser profile: what the one does the other has to see, member by member.

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'

/** Keys that say how the browser is known. */
const modes: Readonly<Record<string, string | undefined>> = {
  cookies: undefined,
  'a development browser': `pk_test_${btoa('foo-bar-13.clerk.accounts.dev$').replace(/=/g, '')}`,
}

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

const idsOf = ({ sessions }: Facts) => sessions.map(({ id }) => id)

describeEach('by %s', Object.keys(modes), 'cookies', mode => {
  const publishableKey = modes[mode]
  let emulator: Listening
  let profile: BrowserContext
  let options: SubjectOptions

  beforeEach(async () => {
    emulator = await listen(publishableKey === undefined ? {} : { publishableKey })
    options = {
      publishableKey: emulator.publishableKey,
      proxyUrl: emulator.url,
      usesDevBrowser: publishableKey !== undefined,
    }
    profile = await newProfile(browser)
  })
  afterEach(async () => {
    await profile?.close()
    await emulator?.close()
  })

  /** A library in a page of its own, not loaded yet. */
  const open = async (who: keyof Lab) => {
    const page = await profile.newPage()
    await page.goto(server.url)
    return askIn(page, who)
  }

  it('the vendor’s SDK signs up, and Clientele loads the same client; then the other way round', async () => {
    const vendor = await open('vendor')
    const fresh = await vendor('load', options)
    expect(fresh).toMatchObject({ id: null, isNew: true, sessions: [], activeSession: null })
    const signedUp = await vendor('signUp', ada, password, testCode)
    expect(signedUp).toMatchObject({ isNew: false, signedInSessions: [signedUp.activeSession] })

    const clientele = await open('clientele')
    const seen = await clientele('load', options)
    expect(seen).toEqual(await vendor('reload'))
    expect(seen.activeUser).toBe(signedUp.activeUser)

    emulator.emulator.users.create({ emailAddress: grace, password })
    const signedIn = await clientele('signInByPassword', grace, password)
    expect(idsOf(signedIn)).toEqual([signedUp.activeSession, signedIn.activeSession])

    const another = await open('vendor')
    expect(await another('load', options)).toEqual(await clientele('reload'))
    expect((await vendor('reload')).activeSession).toBe(signedUp.activeSession)
  })

  it('Clientele signs up, and the vendor’s SDK loads the same client; each sees what the other does', async () => {
    const clientele = await open('clientele')
    expect(await clientele('load', options)).toMatchObject({ id: null, isNew: true, sessions: [] })
    const signedUp = await clientele('signUp', ada, password, testCode)
    const first = signedUp.activeSession ?? ''

    const vendor = await open('vendor')
    expect(await vendor('load', options)).toEqual(await clientele('reload'))

    emulator.emulator.users.create({ emailAddress: grace, password })
    const second = (await vendor('signInByCode', grace, testCode)).activeSession ?? ''
    expect(await clientele('reload')).toMatchObject({
      lastActiveSessionId: second,
      activeSession: first,
    })

    expect((await vendor('switchTo', first)).lastActiveSessionId).toBe(first)
    expect((await clientele('switchTo', second)).lastActiveSessionId).toBe(second)
    expect(await vendor('reload')).toMatchObject({
      lastActiveSessionId: second,
      activeSession: first,
    })

    for (const ask of [vendor, clientele])
      expect((await ask('freshToken'))?.split('.')).toHaveLength(3)

    expect(idsOf(await vendor('signOut', second))).toEqual([first])
    expect(await clientele('reload')).toMatchObject({
      signedInSessions: [first],
      activeSession: null,
    })
    expect(await clientele('signOut')).toMatchObject({
      sessions: [],
      activeSession: null,
      activeUser: null,
    })
    // Here they differ: a `reload()` of the vendor's SDK leaves its active session as it was,
    // although that is gone.
    expect(await vendor('reload')).toMatchObject({
      sessions: [],
      id: signedUp.id,
      activeSession: first,
    })
  })

  it('both tell the same of a mistake', matrix, async () => {
    emulator.emulator.users.create({ emailAddress: grace, password })
    const clientele = await open('clientele')
    const vendor = await open('vendor')
    await clientele('load', options)
    await vendor('load', options)
    expect(await vendor('codesOfWrongPassword', grace)).toEqual(['form_password_incorrect'])
    expect(await clientele('codesOfWrongPassword', grace)).toEqual(['form_password_incorrect'])
    expect(await vendor('codesOfWrongPassword', 'nobody@example.com')).toEqual([
      'form_identifier_not_found',
    ])
    expect(await clientele('codesOfWrongPassword', 'nobody@example.com')).toEqual([
      'form_identifier_not_found',
    ])
  })

  it(
    'the vendor’s SDK signs out of everything, and Clientele is signed out at the next look',
    matrix,
    async () => {
      const vendor = await open('vendor')
      await vendor('load', options)
      await vendor('signUp', ada, password, testCode)
      const clientele = await open('clientele')
      expect((await clientele('load', options)).activeSession).not.toBeNull()
      expect(await vendor('signOut')).toMatchObject({ sessions: [], activeSession: null })
      expect(await clientele('reload')).toMatchObject({
        sessions: [],
        activeSession: null,
        activeUser: null,
      })
    },
  )
})

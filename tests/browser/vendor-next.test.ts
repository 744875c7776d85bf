import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NextStage, setNextStage, type Way } from './harness/next-stage.ts'
import { createPrebuiltPages } from './harness/prebuilt-pages.ts'
import { matrix } from './harness/sets.ts'

// An application of Next.js with Clerk's own packages, unmodified: its middleware, what its server
// reads, and its components.

const ada = 'ada+clerk_test@example.com'
const password = 'correct horse battery'
const ways: readonly Way[] = ['default key', 'development host with TLS']

describe.each(ways)(
  'Clerk’s packages for Next.js by the %s',
  { ...matrix, timeout: 180_000 },
  way => {
    let stage: NextStage
    beforeAll(async () => {
      stage = await setNextStage(way)
    })
    afterAll(() => stage?.close())

    it('sign up and out, protect a page, and tell the server who is here', async () => {
      const { emulator, url, newPage } = stage
      const page = await newPage()
      const pages = createPrebuiltPages(page, url)
      const me = () => page.evaluate(async () => (await fetch('/api/me')).json())

      await page.goto(`${url}/profile`)
      await page.waitForURL(/\/sign-in/)
      await page.getByLabel(/^Email address/).waitFor()

      await pages.signUp(ada, password)
      const [user] = emulator.users.list()
      expect(await me()).toEqual({ userId: user?.id, orgId: null })

      await pages.createOrganization('Acme')
      const [organization] = emulator.organizations.list()
      expect(await me()).toEqual({ userId: user?.id, orgId: organization?.id })

      await page.goto(`${url}/profile`)
      await page.getByText('Profile details').first().waitFor()
      // The handshake left nothing in the address.
      expect(new URL(page.url()).search).toBe('')

      await pages.signOut()
      expect(await me()).toEqual({ userId: null, orgId: null })
      expect(emulator.requests.filter(({ status }) => status >= 400)).toEqual([])
      await page.context().close()
    })
  },
)

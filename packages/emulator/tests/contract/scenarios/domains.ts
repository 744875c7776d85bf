import { createBrowser, createSignedIn } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

const back = encodeURIComponent('https://app.example.test/page')

/** How servers and other domains learn who is signed in. */
export const domainScenarios: readonly Scenario[] = [
  {
    name: 'handshakes and synced domains, for somebody and for nobody',
    run: async start => {
      const settings = { satelliteDomains: ['clerk.satellite.test'] }
      const known = () => start({ settings })
      for (const { visit } of [await createSignedIn(known()), createBrowser(known())]) {
        for (const format of ['token', 'nonce'])
          await visit(`/v1/client/handshake?format=${format}&redirect_url=${back}&organization_id=`)
        const { to } = await visit(
          `https://clerk.satellite.test/v1/client/sync?redirect_url=${back}`,
        )
        const linking = await visit(to?.href ?? '')
        await visit(linking.to?.href ?? '')
        await visit(`/v1/client/sync?redirect_url=${back}`)
      }
    },
  },
  {
    name: 'handshakes and syncs that lead nowhere',
    run: async start => {
      const { visit } = createBrowser(start())
      for (const path of ['handshake', 'sync', 'link']) await visit(`/v1/client/${path}`)
      await visit(`/v1/client/handshake?redirect_url=${encodeURIComponent('javascript:alert(1)')}`)
      await visit(
        `/v1/client/sync?redirect_url=${back}&link_domain=${encodeURIComponent('evil.test/x?')}`,
      )
      await visit(`/v1/client/sync?redirect_url=${back}&link_domain=evil.test`)
      await visit('/v1/client/link?__clerk_token=nonsense')
    },
  },
]

import { type Client, createClientele } from '@clientele/core'
import { revalidate } from '@clientele/core/revalidate'
import type { Acts } from './acts.ts'
import { mountReact } from './react-readers.ts'
import { createTallies, type Tallies } from './tally.ts'
import { mountVue } from './vue-readers.ts'

declare global {
  interface Window {
    renders: {
      readonly take: Tallies['take']
      readonly isReady: () => boolean
      readonly acts: Readonly<Record<'clientele' | 'vendor', Acts>>
    }
  }
}

// `?framework=react|vue&key=…&proxy=…&script=…`: the readers of both libraries, in one page, of one
// client.
const query = new URLSearchParams(location.search)
const publishableKey = query.get('key') ?? ''
const clientele = createClientele({ publishableKey, modules: [revalidate({ throttle: 0 })] })
const tallies = createTallies()
const options = {
  clientele,
  tallies,
  publishableKey,
  proxyUrl: query.get('proxy') ?? '',
  script: query.get('script') ?? '',
  at: (id: string) => document.getElementById(id) ?? document.body,
}
const vendor = (query.get('framework') === 'react' ? mountReact : mountVue)(options)

const client = (): Client => {
  if (!clientele.client) throw new Error('not known yet')
  return clientele.client
}

window.renders = {
  take: tallies.take,
  isReady: () => clientele.status === 'ready' && vendor()?.loaded === true && !!vendor()?.session,
  acts: {
    clientele: {
      reload: () => client().reload(),
      reloadUser: () => client().reload(),
      touch: async () => clientele.session?.touch(),
      refreshToken: () => clientele.getToken({ skipCache: true }),
    },
    vendor: {
      reload: async () => vendor()?.client?.reload(),
      reloadUser: async () => vendor()?.user?.reload(),
      touch: async () => vendor()?.session?.touch(),
      refreshToken: async () => vendor()?.session?.getToken({ skipCache: true }),
    },
  },
}
await clientele.load()

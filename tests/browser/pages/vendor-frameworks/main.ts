import { Clerk } from '@clerk/clerk-js/no-rhc'
import { ClerkProvider, useUser as useReactUser } from '@clerk/react'
import { clerkPlugin, useUser as useVueUser } from '@clerk/vue'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createApp, h } from 'vue'

// `?framework=react|vue&key=…&proxy=…&script=…`: React is handed the constructor, Vue loads the file that the CDN serves.
const query = new URLSearchParams(location.search)
const publishableKey = query.get('key') ?? ''
const proxyUrl = query.get('proxy') ?? ''
const root = document.getElementById('who') ?? document.body

// Its type hides where the script is loaded from.
const script = { __internal_clerkJSUrl: query.get('script') ?? '' }
const vueOptions = { publishableKey, proxyUrl, telemetry: false as const, ...script } // as: the type knows `false` only

// as: the build without remote code has no components, which the adapter's type wants and its hooks do not use.
const ClerkConstructor = Clerk as unknown as NonNullable<Parameters<typeof ClerkProvider>[0]['Clerk']>

const describe = (loaded: boolean, address: string | undefined): string =>
  loaded ? (address ?? 'signed out') : 'loading'

const Who = () => {
  const { isLoaded, user } = useReactUser()
  return describe(isLoaded, user?.primaryEmailAddress?.emailAddress)
}

const reactProps = {
  publishableKey,
  proxyUrl,
  telemetry: false as const,
  Clerk: ClerkConstructor,
  children: createElement(Who),
} // as: likewise

if (query.get('framework') === 'react') createRoot(root).render(createElement(ClerkProvider, reactProps))
else
  createApp({
    setup: () => {
      const { isLoaded, user } = useVueUser()
      return () => h('span', describe(isLoaded.value, user.value?.primaryEmailAddress?.emailAddress))
    },
  })
    .use(clerkPlugin, vueOptions)
    .mount(root)

import type { Clerk } from '@clerk/clerk-js/no-rhc'
import { clerkPlugin, useClerk, useUser } from '@clerk/vue'
import { createApp, h, watchEffect } from 'vue'
import { describeWho, type Mount } from './subject.ts'

/** The adapter for Vue, which loads the file that the CDN serves. */
export const mountVue: Mount = (root, { publishableKey, proxyUrl, script }) =>
  new Promise(resolve => {
    // Its type hides where the script is loaded from.
    const options = {
      publishableKey,
      proxyUrl,
      telemetry: false as const,
      ...{ __internal_clerkJSUrl: script },
    } // as: the type knows `false` only
    createApp({
      setup: () => {
        const { isLoaded, user } = useUser()
        const clerk = useClerk()
        watchEffect(() => {
          // as: likewise what it loaded
          if (isLoaded.value && clerk.value) resolve(clerk.value as unknown as Clerk)
        })
        return () => h('span', describeWho(isLoaded.value, user.value))
      },
    })
      .use(clerkPlugin, options)
      .mount(root)
  })

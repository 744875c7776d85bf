import { installClientele } from '@clientele/vue/nuxt'

export default defineNuxtPlugin(nuxtApp => {
  const { clerkFrontendApi: frontendApi, public: config } = useRuntimeConfig()
  return installClientele(nuxtApp, { ...config.clerk, frontendApi })
})

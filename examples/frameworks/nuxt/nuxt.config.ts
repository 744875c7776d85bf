const frontendApi = process.env.NUXT_CLERK_FRONTEND_API

export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  routeRules: { '/__clerk/**': { proxy: `${frontendApi}/**` } },
  runtimeConfig: {
    clerkFrontendApi: '',
    public: { clerk: { publishableKey: '', proxyUrl: '' } },
  },
})

import { type Browser, createBrowser, createSignedIn, jane } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

const redirect_url = 'https://app.emulator.test/callback'
const google = {
  strategy: 'oauth_google',
  redirect_url,
  action_complete_redirect_url: 'https://app.emulator.test/home',
}

const signInUrl = async ({ signIn }: Pick<Browser, 'signIn'>, fields = {}) =>
  (await signIn({ ...google, ...fields })).body.response.first_factor_verification
    ?.external_verification_redirect_url ?? ''

/** Ways that lead out of the app and back: links, providers, tickets. */
export const detourScenarios: readonly Scenario[] = [
  {
    name: 'a link of an email',
    run: async start => {
      const emulator = start()
      emulator.users.create(jane)
      const browser = createBrowser(emulator)
      const { id } = (await browser.signIn({ identifier: jane.emailAddress })).body.response
      await browser.signInStep(id, 'prepare_first_factor', { strategy: 'email_link', redirect_url })
      await browser.send('GET', '/v1/verify?token=nonsense')
      await browser.visit(emulator.inbox.latest()?.link ?? '')
      await browser.send('GET', `/v1/client/sign_ins/${id}`)
      const signUp = await createBrowser(emulator).signUp({ email_address: 'new@example.com' })
      await browser.signUpStep(signUp.body.response.id, 'prepare_verification', {
        strategy: 'email_link',
        redirect_url,
      })
      await createBrowser(emulator).visit(emulator.inbox.latest()?.link ?? '')
    },
  },
  {
    name: 'a link verifies a sign-up that still needs more',
    run: async start => {
      const emulator = start({ settings: { password: 'required' } })
      const browser = createBrowser(emulator)
      const { id } = (await browser.signUp({ email_address: 'new@example.com' })).body.response
      await browser.signUpStep(id, 'prepare_verification', { strategy: 'email_link', redirect_url })
      await browser.visit(emulator.inbox.latest()?.link ?? '')
      await browser.client()
    },
  },
  {
    name: 'a provider signs in, and hands over to a sign-up',
    run: async start => {
      const emulator = start({ settings: { username: 'required' } })
      emulator.users.create({ ...jane, externalAccounts: [{ provider: 'google' }] })
      const browser = createBrowser(emulator)
      await browser.send('GET', '/v1/oauth_callback?state=nonsense&code=x')
      await browser.send('POST', '/v1/oauth_callback', { state: 'nonsense', code: 'x' })
      await browser.visit(emulator.oauth.approve(await signInUrl(browser), jane))
      await browser.client()
      const other = createBrowser(emulator)
      await other.visit(
        emulator.oauth.approve(await signInUrl(other), { emailAddress: 'new@example.com' }),
      )
      await other.client()
      await other.signUp({ transfer: 'true' })
      await other.client()
    },
  },
  {
    name: 'a provider refuses, and one posts its answer',
    run: async start => {
      const emulator = start()
      emulator.users.create(jane)
      const browser = createBrowser(emulator)
      await browser.visit(emulator.oauth.deny(await signInUrl(browser)))
      await browser.client()
      const back = new URL(emulator.oauth.approve(await signInUrl(browser), jane))
      await browser.visit(back.origin + back.pathname, Object.fromEntries(back.searchParams))
      const signedIn = await createSignedIn(emulator)
      await signedIn.visit(emulator.oauth.approve(await signInUrl(signedIn), jane))
      await signedIn.client()
      const { body } = await createBrowser(emulator).signUp(google)
      const page =
        body.response.verifications.external_account?.external_verification_redirect_url ?? ''
      await createBrowser(emulator).visit(emulator.oauth.approve(page, jane))
    },
  },
  {
    name: 'tickets, and the provider of a company',
    run: async start => {
      const emulator = start({ settings: { enterpriseDomains: ['corp.test'] } })
      const { id } = emulator.users.create(jane)
      const { signIn, send } = createBrowser(emulator)
      const { ticket } = emulator.tickets.create({ userId: id, redirectUrl: redirect_url })
      await send('GET', `/v1/tickets/accept?ticket=${ticket}`)
      await send('GET', '/v1/tickets/accept?ticket=nonsense')
      await signIn({ strategy: 'ticket', ticket })
      const invitation = emulator.tickets.create({ emailAddress: 'guest@example.com' }).ticket
      await createBrowser(emulator).signUp({ strategy: 'ticket', ticket: invitation })
      const browser = createBrowser(emulator)
      const company = { strategy: 'enterprise_sso', redirect_url }
      const { body } = await browser.signIn({ identifier: 'joe@corp.test', ...company })
      await browser.signInStep(body.response.id, 'prepare_first_factor', company)
    },
  },
]

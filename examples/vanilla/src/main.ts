import '@clientele/example-shared/style.css'
import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { createAccountMenu } from './account-menu.ts'
import { button, element } from './element.ts'
import { createProfile } from './profile.ts'
import { createSignIn } from './sign-in.ts'
import { createSignUp } from './sign-up.ts'

const store = createClientele({
  publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  modules: browserModules(),
})

const signIn = createSignIn(store)
const signUp = createSignUp(store)
const loading = element('p', { className: 'hint' }, 'Loading…')
const failed = element(
  'div',
  { className: 'card', role: 'alert' },
  element('p', {}, 'The sign-in service refused to answer. Is the publishable key right?'),
  button('Try again', () => store.load()),
)
const status = element('div', { role: 'status' })
const main = element('main', {})
let profile: { owner: string; node: HTMLElement } = { owner: '', node: loading }

/** What belongs on the page: the profile is for who is signed in. */
const choose = (): HTMLElement => {
  const { session, user } = store
  if (user === undefined) return store.status === 'failed' ? failed : loading
  if (location.hash === '#sign-up') return signUp
  if (!session || !user || location.hash === '#sign-in') return signIn
  if (profile.owner !== session.id)
    profile = { owner: session.id, node: createProfile(store, user) }
  return profile.node
}

/** Called with each change of the store, the network and the address. */
const render = () => {
  const offline = !navigator.onLine && 'You are offline. You stay signed in.'
  const degraded =
    store.status === 'degraded' && 'The sign-in service cannot be reached. It is tried again.'
  status.textContent = offline || degraded || ''
  status.className = status.textContent && 'notice'
  const next = choose()
  if (main.firstChild === next) return
  main.replaceChildren(next)
  next.querySelector<HTMLElement>('input:not([hidden])')?.focus()
}

document
  .querySelector('#app')
  ?.append(
    element(
      'header',
      { className: 'header' },
      element('a', { href: '#profile' }, 'Example without a framework'),
      createAccountMenu(store),
    ),
    status,
    main,
  )
render()
store.snapshots.subscribe(render)
for (const event of ['online', 'offline', 'hashchange']) addEventListener(event, render)
void store.load()

if (import.meta.env.DEV) {
  const { mountDevtools } = await import('@clientele/devtools')
  mountDevtools(store)
}

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
const notice = element(
  'p',
  { className: 'notice', role: 'status', hidden: true },
  'The sign-in service cannot be reached. You stay signed in.',
)
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

const render = () => {
  notice.hidden = store.status !== 'degraded'
  const shown = choose()
  if (main.lastChild === shown) return
  main.replaceChildren(notice, shown)
  shown.querySelector<HTMLElement>('input:not([hidden])')?.focus()
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
    main,
  )
render()
store.snapshots.subscribe(render)
addEventListener('hashchange', render)
void store.load()

if (import.meta.env.DEV) {
  const { mountDevtools } = await import('@clientele/devtools')
  mountDevtools(store)
}

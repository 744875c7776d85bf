import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'

const store = createClientele({
  publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  modules: browserModules(),
})

const page = document.body
const heading = document.createElement('h1')
const form = document.createElement('form')
const field = (label: string, type: string, autocomplete: AutoFill) => {
  const input = Object.assign(document.createElement('input'), { type, autocomplete })
  const row = document.createElement('label')
  row.append(`${label} `, input)
  form.append(row)
  return input
}
const email = field('Email', 'email', 'username')
const password = field('Password', 'password', 'current-password')
const button = document.createElement('button')
const message = Object.assign(document.createElement('p'), { role: 'alert' })
form.append(button)
page.replaceChildren(heading, form, message)

/** Called with each change of the client: sign-in, sign-out, another tab. */
const show = () => {
  const { user, status } = store
  heading.textContent = user ? `Hello ${user.firstName}` : user === null ? 'Sign in' : status
  for (const label of form.querySelectorAll('label')) label.hidden = user !== null
  button.textContent = user ? 'Sign out' : 'Sign in'
}

form.addEventListener('submit', async event => {
  event.preventDefault()
  message.textContent = ''
  try {
    if (store.user) return await store.signOut()
    const params = { identifier: email.value, password: password.value }
    const signIn = await store.client?.signIn.create(params)
    if (signIn?.next.kind === 'complete') await store.setActive({ session: signIn.next.sessionId })
    else message.textContent = `One more step is needed: ${signIn?.next.kind}`
  } catch (error) {
    message.textContent = error instanceof Error ? error.message : String(error)
  }
})

store.subscribe(show)
store.load().catch(() => {
  heading.textContent = 'The sign-in service cannot be reached.'
})

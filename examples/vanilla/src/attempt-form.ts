import type { ClienteleStore, Source } from '@clientele/core'
import type { SignInForm, SignUpForm } from '@clientele/core/attempt-form'
import { button, element } from './element.ts'

/** Label, type and autocomplete of what an instance may ask for. */
const inputs: Readonly<Record<string, readonly [string, string, AutoFill]>> = {
  identifier: ['Email address', 'text', 'username'],
  emailAddress: ['Email address', 'email', 'username'],
  password: ['Password', 'password', 'current-password'],
  code: ['Code', 'text', 'one-time-code'],
  phoneNumber: ['Phone number', 'tel', 'tel'],
  username: ['User name', 'text', 'username'],
  firstName: ['First name', 'text', 'given-name'],
  lastName: ['Last name', 'text', 'family-name'],
  legalAccepted: ['I accept the terms', 'checkbox', 'off'],
}

/** What a form shows beside its fields. */
interface Step {
  readonly title: string
  /** Other ways on. */
  readonly others: readonly Node[]
}

const createForm = (attempt: SignInForm | SignUpForm, { title, others }: Step) => {
  const { next, fields, submit, reset } = attempt
  const rows = fields.map(name => {
    const [label = name, type = 'text', autocomplete = 'off'] = inputs[name] ?? []
    const input = element('input', { id: name, name, type, autocomplete, required: true })
    input.setAttribute('aria-describedby', 'errors')
    return element('div', { className: 'field' }, element('label', { htmlFor: name }, label), input)
  })
  // For password managers: whose password it is.
  const value = ('signIn' in attempt && attempt.signIn?.identifier) || ''
  const owner = element('input', { hidden: true, readOnly: true, autocomplete: 'username', value })
  const go = element('button', { className: 'button button--primary' }, 'Continue')
  const form = element(
    'form',
    { className: 'card form' },
    element('h1', {}, title),
    element('div', { id: 'errors', role: 'alert' }),
    owner,
    ...rows,
    element(
      'div',
      { className: 'actions' },
      rows.length > 0 ? go : null,
      ...others,
      next?.kind === 'start' ? null : button('Start again', reset),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    void submit(new FormData(form))
  })
  return form
}

const showErrors = (form: HTMLFormElement, { all, fields }: SignInForm['errors']) => {
  const texts = all.map(({ longMessage, message }) => longMessage ?? message)
  const notices = texts.map(text => element('p', { className: 'notice notice--error' }, text))
  form.querySelector('#errors')?.replaceChildren(...notices)
  for (const input of form.querySelectorAll('input')) input.ariaInvalid = `${input.name in fields}`
}

/** The steps of signing in or up; at their end, the new session becomes the active one. */
export const createAttempt = <Form extends SignInForm | SignUpForm>(
  { setActive }: ClienteleStore,
  { get, subscribe }: Source<Form>,
  toStep: (form: Form) => Step,
): HTMLElement => {
  const place = element('div', {})
  let form: HTMLFormElement | undefined
  let shown = ''
  const render = () => {
    const attempt = get()
    const { next, fields, errors, fetchStatus, reset } = attempt
    const step = toStep(attempt)
    const key = `${next?.kind} ${step.title} ${fields}`
    if (key !== shown) {
      shown = key
      form = createForm(attempt, step)
      place.replaceChildren(form)
      form.querySelector<HTMLElement>('input:not([hidden])')?.focus()
      if (next?.kind === 'complete')
        void setActive({ session: next.sessionId })
          .then(reset)
          .then(() => location.assign('#profile'))
    }
    if (form) showErrors(form, errors)
    form?.setAttribute('aria-busy', `${fetchStatus === 'fetching'}`)
  }
  render()
  subscribe(render)
  return place
}

import type { FactorRecord, Next, SignIn, Snapshot } from '@clientele/core'
import { isTyped } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { element } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import { showStep } from '../dom/show-step.ts'
import { createLinkWatch } from '../link-watch.ts'
import { needClient } from '../panels/need-client.ts'
import { createChooseStep } from '../steps/choose-step.ts'
import { createCodeStep } from '../steps/code-step.ts'
import { createLinkStep } from '../steps/link-step.ts'
import { createMessageStep } from '../steps/message-step.ts'
import { createNewPasswordStep } from '../steps/new-password-step.ts'
import { createDo, type Step } from '../steps/step.ts'
import { createTypedStep } from '../steps/typed-step.ts'
import { type Choice, createChoice } from './choice.ts'
import { createSignInFlow } from './sign-in-flow.ts'
import { createStartStep } from './start-step.ts'

/** What the sign-in panel offers to the others. */
export interface SignInPanel extends Panel {
  /** Fills in an address, unless somebody is typing one. */
  readonly suggest: (address: string) => void
}

type FactorNext = Extract<Next, { readonly factors: unknown }>

const factorsOf = ({ next }: SignIn): readonly FactorRecord[] => ('factors' in next ? next.factors : [])

/** What was sent to where: all of the address when it is the one that was typed in. */
const addressOf = (signIn: SignIn, strategy: string): string => {
  const safe = factorsOf(signIn).find(factor => factor.strategy === strategy)?.safeIdentifier ?? 'you'
  const { identifier } = signIn
  const typed = identifier !== null && (strategy.includes('email') ? identifier.includes('@') : identifier[0] === '+')
  return typed && signIn.next.kind === 'first_factor' ? identifier : safe
}

/** Sign-in by every way that the server offers; which form is shown follows from `client.signIn.next`. */
export const createSignInPanel = (app: App, onSignedIn: () => Promise<void>): SignInPanel => {
  const act = createDo(app)
  const flow = createSignInFlow(app, async () => {
    start.clear()
    await onSignedIn()
  })
  const choice: Choice = createChoice(() => render(app.clientele.snapshots.get()))

  const onStartOver = () => {
    const run = async () => {
      needClient(app.clientele).resetSignIn()
      return 'start' as const
    }
    act({ label: 'client.resetSignIn()', run, trigger: start.form })
  }
  const onOther = () => choice.open()
  const prepare = (factor: FactorRecord, trigger: HTMLElement) => {
    const second = flow.signIn().next.kind !== 'first_factor'
    const run = () => flow.prepare(factor).finally(() => choice.close())
    act({ label: `signIn.${second ? 'prepareSecondFactor' : 'prepareFirstFactor'}()`, run, trigger })
  }
  const resend = (trigger: HTMLElement) => {
    const { next } = flow.signIn()
    const pending = 'pending' in next ? next.pending : null
    const factor = factorsOf(flow.signIn()).find(({ strategy }) => strategy === pending?.strategy)
    if (factor) prepare(factor, trigger)
  }
  const attempt = (strategy: string, proof: string, deed: Pick<Parameters<typeof act>[0], 'trigger' | 'fields'>) => {
    const second = flow.signIn().next.kind !== 'first_factor'
    const label = `signIn.${second ? 'attemptSecondFactor' : 'attemptFirstFactor'}()`
    act({ label, run: () => flow.attempt(strategy, proof), ...deed })
  }

  const start = createStartStep({
    onSubmit: (beginning, trigger, fields) =>
      act({ label: 'signIn.create()', run: () => flow.begin(beginning), trigger, fields }),
    onProvider: (strategy, trigger) =>
      act({ label: 'signIn.authenticateWithRedirect()', run: () => flow.leave({ strategy }), trigger }),
    onPasskey: trigger => act({ label: 'passkeys().authenticate()', run: flow.byPasskey, trigger }),
  })
  const choose = createChooseStep({
    onChoose: (factor, trigger) => (isTyped(factor.strategy) ? choice.take(factor.strategy) : prepare(factor, trigger)),
    onStartOver,
  })
  const typed = createTypedStep({
    id: 'sign-in',
    onSubmit: (strategy, proof, trigger, field) => attempt(strategy, proof, { trigger, fields: [field] }),
    onOther,
    onStartOver,
  })
  const code = createCodeStep({
    id: 'sign-in',
    submitText: 'Sign in',
    onSubmit: (proof, trigger, field) => {
      const { next } = flow.signIn()
      if ('pending' in next && next.pending) attempt(next.pending.strategy, proof, { trigger, fields: [field] })
    },
    onResend: resend,
    onOther,
    onStartOver,
  })
  const link = createLinkStep({
    onCheck: trigger => act({ label: 'signIn.reload()', run: flow.reload, trigger }),
    onResend: resend,
    onOther,
    onStartOver,
  })
  const newPassword = createNewPasswordStep({
    onSubmit: (password, signOutOthers, trigger, field) => {
      const run = () => flow.resetPassword(password, signOutOthers)
      act({ label: 'signIn.resetPassword()', run, trigger, fields: [field] })
    },
    onStartOver,
  })
  const message = createMessageStep({
    onGoOn: trigger => act({ label: 'signUp.create({ transfer: true })', run: flow.transfer, trigger }),
    onStartOver,
  })
  const sentBy = (strategy = '') => {
    if (strategy === 'email_link') return link
    return strategy.endsWith('_code') ? code : undefined
  }
  const watch = createLinkWatch(app, 'signIn', flow.settle)

  const pickProof = (signIn: SignIn, { kind, pending, factors }: FactorNext): Step => {
    const { strategy, isOpen } = choice.of(signIn)
    if (strategy !== undefined) {
      typed.render(strategy, signIn.identifier ?? '')
      return typed
    }
    const sent = isOpen ? undefined : sentBy(pending?.strategy)
    if (pending && sent) {
      sent.render(addressOf(signIn, pending.strategy), pending.cooldownUntil)
      return sent
    }
    // A wallet signs in another program; this page has none.
    const offered = factors.filter(factor => !factor.strategy.startsWith('web3_'))
    choose.render(kind === 'first_factor' ? 'How would you like to prove it?' : 'One more proof:', offered)
    return choose
  }
  const pick = (signIn: SignIn): Step => {
    const { next } = signIn
    switch (next.kind) {
      case 'first_factor':
      case 'second_factor':
      case 'client_trust':
        return pickProof(signIn, next)
      case 'new_password':
        newPassword.render(signIn.identifier ?? '')
        return newPassword
      case 'transfer':
        message.render('Nobody is known here under that account.', 'Sign up with it')
        return message
      case 'unsupported':
        message.render(`This page does not know how to go on: the server says “${next.status}”.`)
        return message
      default:
        return start
    }
  }

  const fieldset = element('fieldset', { class: 'plain' }, start.form)
  const { node } = createSection('sign-in', 'Sign in', fieldset)
  const render = ({ client }: Snapshot) => {
    fieldset.disabled = client === undefined
    if (!client) return
    const current = pick(client.signIn)
    watch.render(client.signIn)
    for (const step of [start, typed, code]) if (step !== current) step.clear()
    showStep(fieldset, current.form)
  }
  return {
    node,
    render,
    suggest: address => {
      if (document.activeElement !== start.identifier.input) start.identifier.input.value = address
    },
  }
}

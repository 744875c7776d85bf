import type { Clerk, HandleRedirectCallbackParams, RedirectOptions } from '@clientele/core/clerk'
import { defineComponent, onMounted, watch } from 'vue'
import type { Component } from './component.ts'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

const redirectUrls = [
  'signInForceRedirectUrl',
  'signInFallbackRedirectUrl',
  'signUpForceRedirectUrl',
  'signUpFallbackRedirectUrl',
]

const callbackUrls = [
  ...redirectUrls,
  'signInUrl',
  'signUpUrl',
  'firstFactorUrl',
  'secondFactorUrl',
  'resetPasswordUrl',
  'continueSignUpUrl',
  'verifyEmailAddressUrl',
  'verifyPhoneNumberUrl',
]

/** A component that shows nothing and does something once, as soon as the client is known. */
const create = <Props extends object>(
  name: string,
  urls: readonly string[],
  run: (clerk: Clerk, props: Props) => Promise<unknown>,
): Component<Props> =>
  defineComponent({
    name,
    props: {
      ...Object.fromEntries(urls.map(url => [url, { type: String, default: undefined }])),
      transferable: { type: Boolean, default: undefined },
    },
    setup: props => {
      const { clerk } = useClerkContext()
      const shown = useShown()
      // A server has no page to leave, and mounts nothing.
      onMounted(() => {
        // What rejects here reaches the `errorHandler` of the app.
        const runOnce = (isLoaded: boolean) =>
          isLoaded ? run(clerk.value, props as Props) : undefined // as: the component has these
        watch(() => shown.value.client !== undefined, runOnce, { immediate: true })
      })
      return () => null
    },
  })

/** For the page that a provider leads back to: finishes the attempt, and goes on. Shows nothing. */
export const AuthenticateWithRedirectCallback =
  /* @__PURE__ */ create<HandleRedirectCallbackParams>(
    'AuthenticateWithRedirectCallback',
    callbackUrls,
    (clerk, params) => clerk.handleRedirectCallback(params),
  )

/** Goes to the page for signing in. */
export const RedirectToSignIn = /* @__PURE__ */ create<RedirectOptions>(
  'RedirectToSignIn',
  [...redirectUrls, 'redirectUrl'],
  (clerk, options) => clerk.redirectToSignIn(options),
)

/** Goes to the page for the task that the session has left. */
export const RedirectToTasks = /* @__PURE__ */ create<RedirectOptions>(
  'RedirectToTasks',
  [...redirectUrls, 'redirectUrl'],
  (clerk, options) => clerk.redirectToTasks(options),
)

/** Goes to the page for signing up. */
export const RedirectToSignUp = /* @__PURE__ */ create<RedirectOptions>(
  'RedirectToSignUp',
  [...redirectUrls, 'redirectUrl'],
  (clerk, options) => clerk.redirectToSignUp(options),
)

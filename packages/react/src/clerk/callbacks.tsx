import {
  type HandleRedirectCallbackParams,
  handleSsoCallback,
  type RedirectOptions,
  type SsoCallbackParams,
} from '@clientele/core/clerk'
import { useEffect, useRef } from 'react'
import { useClerk } from './provider.tsx'

/** Does something once, however often the component that asks for it is mounted. */
const useOnce = (run: () => Promise<unknown>): void => {
  const isDone = useRef(false)
  const latest = useRef(run)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    // Why is in the status, and a page that shows nothing has nobody to tell.
    latest.current().catch(() => {})
  }, [])
}

/** For the page that a provider leads back to: finishes the attempt, and goes on. Shows nothing. */
export const AuthenticateWithRedirectCallback = (props: HandleRedirectCallbackParams): null => {
  const clerk = useClerk()
  useOnce(() => clerk.handleRedirectCallback(props))
  return null
}

/** The same, for an application that says itself where each outcome leads. */
export const HandleSSOCallback = (props: SsoCallbackParams): null => {
  const clerk = useClerk()
  useOnce(() => handleSsoCallback(clerk, props))
  return null
}

/** Goes to the page for signing in. */
export const RedirectToSignIn = (props: RedirectOptions): null => {
  const clerk = useClerk()
  useOnce(() => clerk.redirectToSignIn(props))
  return null
}

/** Goes to the page for the task that the session has left. */
export const RedirectToTasks = (props: RedirectOptions): null => {
  const clerk = useClerk()
  useOnce(async () => {
    await clerk.load()
    return clerk.redirectToTasks(props)
  })
  return null
}

/** Goes to the page for signing up. */
export const RedirectToSignUp = (props: RedirectOptions): null => {
  const clerk = useClerk()
  useOnce(() => clerk.redirectToSignUp(props))
  return null
}

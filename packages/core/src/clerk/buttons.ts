import type { Clerk, SignOutOptions } from './clerk.ts'

/** What the two buttons that lead to a page have in common. */
interface PageButtonProps {
  /** There is no prebuilt dialog: a button leads to a page. */
  mode?: 'redirect' | undefined
  /** Where to go when it is done, whatever the options say. */
  forceRedirectUrl?: string | null | undefined
  /** Where to go when it is done, where the options do not say it. */
  fallbackRedirectUrl?: string | null | undefined
}

export interface SignInButtonProps extends PageButtonProps {
  signUpForceRedirectUrl?: string | null | undefined
  signUpFallbackRedirectUrl?: string | null | undefined
}

export interface SignUpButtonProps extends PageButtonProps {
  signInForceRedirectUrl?: string | null | undefined
  signInFallbackRedirectUrl?: string | null | undefined
}

export type SignOutButtonProps = SignOutOptions

/** A button that does one thing, in whichever look an application gives it. */
export interface ButtonKind<Props> {
  readonly name: string
  /** What it says where the application says nothing. */
  readonly text: string
  readonly props: readonly (keyof Props & string)[]
  readonly press: (clerk: Clerk, props: Props) => Promise<unknown>
}

const pageProps = ['mode', 'forceRedirectUrl', 'fallbackRedirectUrl'] as const

export const signInButton: ButtonKind<SignInButtonProps> = {
  name: 'SignInButton',
  text: 'Sign in',
  props: [...pageProps, 'signUpForceRedirectUrl', 'signUpFallbackRedirectUrl'],
  press: (clerk, { mode: _, forceRedirectUrl, fallbackRedirectUrl, ...others }) =>
    clerk.redirectToSignIn({
      signInForceRedirectUrl: forceRedirectUrl,
      signInFallbackRedirectUrl: fallbackRedirectUrl,
      ...others,
    }),
}

export const signUpButton: ButtonKind<SignUpButtonProps> = {
  name: 'SignUpButton',
  text: 'Sign up',
  props: [...pageProps, 'signInForceRedirectUrl', 'signInFallbackRedirectUrl'],
  press: (clerk, { mode: _, forceRedirectUrl, fallbackRedirectUrl, ...others }) =>
    clerk.redirectToSignUp({
      signUpForceRedirectUrl: forceRedirectUrl,
      signUpFallbackRedirectUrl: fallbackRedirectUrl,
      ...others,
    }),
}

export const signOutButton: ButtonKind<SignOutButtonProps> = {
  name: 'SignOutButton',
  text: 'Sign out',
  props: ['sessionId', 'redirectUrl'],
  press: (clerk, options) => clerk.signOut(options),
}

/** @throws TypeError for `mode="modal"`: there is no dialog to open. */
export const assertLeadsToPage = (
  { name }: { readonly name: string },
  { mode = 'redirect' }: { readonly mode?: unknown },
): void => {
  if (mode !== 'redirect')
    throw new TypeError(
      `<${name} mode="${mode}"> has no dialog to open: leave mode out, and give signInUrl or ` +
        'signUpUrl the page with your form',
    )
}

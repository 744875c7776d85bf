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

/** What a button for signing in takes. */
export interface SignInButtonProps extends PageButtonProps {
  /** The same, where it becomes a sign-up. */
  signUpForceRedirectUrl?: string | null | undefined
  /** Likewise. */
  signUpFallbackRedirectUrl?: string | null | undefined
}

/** What a button for signing up takes. */
export interface SignUpButtonProps extends PageButtonProps {
  /** The same, where it becomes a sign-in. */
  signInForceRedirectUrl?: string | null | undefined
  /** Likewise. */
  signInFallbackRedirectUrl?: string | null | undefined
}

/** What a button for signing out takes. */
export type SignOutButtonProps = SignOutOptions

/** A button that does one thing, in whichever look an application gives it. */
export interface ButtonKind<Props> {
  /** The component's name. */
  readonly name: string
  /** What it says where the application says nothing. */
  readonly text: string
  /** Its props; all others go to the element. */
  readonly props: readonly (keyof Props & string)[]
  /** Does what it is for. */
  readonly press: (clerk: Clerk, props: Props) => Promise<unknown>
}

const pageProps = ['mode', 'forceRedirectUrl', 'fallbackRedirectUrl'] as const

/** Leads to the page for signing in. */
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

/** Leads to the page for signing up. */
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

/** Signs out. */
export const signOutButton: ButtonKind<SignOutButtonProps> = {
  name: 'SignOutButton',
  text: 'Sign out',
  props: ['sessionId', 'redirectUrl'],
  press: (clerk, options) => clerk.signOut(options),
}

/**
 * Checks that a button leads to a page.
 *
 * @throws TypeError for `mode="modal"`: there is no dialog to open.
 */
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

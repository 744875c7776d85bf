import {
  assertLeadsToPage,
  type ButtonKind,
  type SignInButtonProps,
  type SignOutButtonProps,
  type SignUpButtonProps,
  signInButton,
  signOutButton,
  signUpButton,
} from '@clientele/core/clerk'
import {
  Children,
  cloneElement,
  isValidElement,
  type MouseEventHandler,
  type ReactElement,
  type ReactNode,
} from 'react'
import { useClerk } from './provider.tsx'

interface Clickable {
  readonly onClick?: MouseEventHandler
}

/** An element that can be clicked: the only child, or a button with the text that is given. */
const toClickable = (children: ReactNode): ReactElement<Clickable> =>
  isValidElement<Clickable>(children) ? (
    Children.only(children)
  ) : (
    <button type="button">{children}</button>
  )

/** Other props go to the element. */
const create =
  <Props extends object>(kind: ButtonKind<Props>) =>
  ({ children = kind.text, ...given }: Props & { readonly children?: ReactNode }): ReactElement => {
    const clerk = useClerk()
    assertLeadsToPage(kind, given)
    const child = toClickable(children)
    const isOwn = ([name]: [string, unknown]) => kind.props.some(own => own === name)
    const all = Object.entries(given)
    // as: these are the names of its type
    const own = Object.fromEntries(all.filter(isOwn)) as Props
    return cloneElement(child, {
      ...Object.fromEntries(all.filter(entry => !isOwn(entry))),
      onClick: async event => {
        await child.props.onClick?.(event)
        await kind.press(clerk, own)
      },
    })
  }

/** Leads to the page for signing in: its only child, or a plain button. */
export const SignInButton = /* @__PURE__ */ create<SignInButtonProps>(signInButton)

/** Leads to the page for signing up: its only child, or a plain button. */
export const SignUpButton = /* @__PURE__ */ create<SignUpButtonProps>(signUpButton)

/** Signs out, one session or all of them: its only child, or a plain button. */
export const SignOutButton = /* @__PURE__ */ create<SignOutButtonProps>(signOutButton)

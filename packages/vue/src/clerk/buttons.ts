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
import { Comment, cloneVNode, defineComponent, h, Text, type VNode } from 'vue'
import type { Component } from './component.ts'
import { useClerkContext } from './context.ts'

/** An element that can be clicked: the only one in the slot, or a button around what is there. */
const toClickable = (content: readonly VNode[] | undefined, text: string): VNode => {
  const nodes = (content ?? []).filter(({ type }) => type !== Comment)
  const [first] = nodes
  return nodes.length === 1 && first && first.type !== Text
    ? first
    : h('button', { type: 'button' }, nodes.length > 0 ? nodes : text)
}

/** Attributes go to the element, and its own handler of clicks goes first. */
const create = <Props extends object>(kind: ButtonKind<Props>): Component<Props, 'default'> =>
  defineComponent({
    name: kind.name,
    props: {
      ...Object.fromEntries(kind.props.map(name => [name, { type: String, default: undefined }])),
      mode: { type: String, default: undefined },
    },
    setup: (given, { slots }) => {
      const { clerk } = useClerkContext()
      const props = given as Props // as: the component has these
      assertLeadsToPage(kind, props)
      // What rejects here reaches the `errorHandler` of the app.
      const onClick = () => kind.press(clerk.value, { ...props })
      return () => cloneVNode(toClickable(slots.default?.(), kind.text), { onClick })
    },
  })

/** Leads to the page for signing in: the element in its slot, or a plain button. */
export const SignInButton = /* @__PURE__ */ create<SignInButtonProps>(signInButton)

/** Leads to the page for signing up: the element in its slot, or a plain button. */
export const SignUpButton = /* @__PURE__ */ create<SignUpButtonProps>(signUpButton)

/** Signs out, one session or all of them: the element in its slot, or a plain button. */
export const SignOutButton = /* @__PURE__ */ create<SignOutButtonProps>(signOutButton)

import { Clerk } from '@clientele/core/clerk'
import { SignIn, UserButton, useWaitlist } from '@clientele/react/clerk'
import { updateClerkOptions } from '@clientele/vue/clerk'

export const Screen = () => <SignIn routing="path" />
export const Header = () => <UserButton />
export const join = () => useWaitlist()
export const restyle = () => updateClerkOptions({})
export const open = () => new Clerk('pk_test_').openSignIn({})

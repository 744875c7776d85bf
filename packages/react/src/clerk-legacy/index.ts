'use client'

export type { UseSignInReturn } from './use-sign-in.ts'
export { useSignIn } from './use-sign-in.ts'
export type { UseSignUpReturn } from './use-sign-up.ts'
export { useSignUp } from './use-sign-up.ts'

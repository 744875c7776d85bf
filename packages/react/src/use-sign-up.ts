import { type SignUpForm, signUpForm } from '@clientele/core/attempt-form'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSource } from './use-source.ts'

/**
 * The sign-up in progress, what went wrong with its last action, and its actions. Each acts on
 * whichever sign-up is in progress when it is called, and resolves to `{ error, signUp }`;
 * the same failure is then in `errors`.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const { next, errors, create, attemptEmailAddressVerification } = useSignUp()
 * const begin = (fields: SignUpParams) => create(fields)
 * const prove = (code: string) => attemptEmailAddressVerification({ code })
 * if (next?.kind === 'start') return <Fields onSubmit={begin} errors={errors.fields} />
 * if (next?.kind === 'verify') return <Code onSubmit={prove} />
 */
export const useSignUp = (): SignUpForm => useSource(signUpForm(useClienteleStore()))

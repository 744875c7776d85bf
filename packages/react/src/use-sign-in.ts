import { type SignInForm, signInForm } from '@clientele/core/attempt-form'
import { useClienteleStore } from './use-clientele-store.ts'
import { useSource } from './use-source.ts'

/**
 * The sign-in in progress, what went wrong with its last action, and its actions. Each acts on
 * whichever sign-in is in progress when it is called, and resolves to `{ error, signIn }`;
 * the same failure is then in `errors`.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const { next, errors, fetchStatus, create, attemptFirstFactor } = useSignIn()
 * const begin = (identifier: string) => create({ identifier })
 * if (next?.kind === 'start') return <Identifier onSubmit={begin} />
 * if (next?.kind === 'first_factor')
 *   return <Password error={errors.fields.password} busy={fetchStatus !== 'idle'} />
 */
export const useSignIn = (): SignInForm => useSource(signInForm(useClienteleStore()))

import type { Kernel } from '../../kernel.ts'
import { createSignUp, type SignUpParams } from './create.ts'
import { updateSignUp } from './update.ts'

/** Updates the sign-up in progress, or begins one. */
export const upsertSignUp = (kernel: Kernel, params: SignUpParams): Promise<unknown> => {
  const { data } = kernel.store.getState().attempts.signUp
  return data?.status === 'missing_requirements'
    ? updateSignUp(kernel, params)
    : createSignUp(kernel, params)
}

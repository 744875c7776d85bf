import type { Kernel } from '../kernel.ts'

/**
 * A module that has no options, as a factory like all others. Since there is nothing to give, it
 * does the same where it was not called: `use(emailLink)`.
 */
export const withoutOptions = <Api>(
  module: (kernel: Kernel) => Api,
): (() => (kernel: Kernel) => Api) => {
  const factory = (kernel?: Kernel) => (kernel ? module(kernel) : module)
  return factory as () => (kernel: Kernel) => Api // as: a kernel is given only where `use` calls it
}

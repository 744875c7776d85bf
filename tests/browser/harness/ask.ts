import type { Page } from 'playwright-core'
import type { Lab, Subject } from '../pages/vendor/subject.ts'

/** Does one step with a library, and gives what the library gave. */
export type Ask = <Step extends keyof Subject>(
  step: Step,
  ...args: Parameters<Subject[Step]>
) => Promise<Awaited<ReturnType<Subject[Step]>>>

/** The library of a page, to be asked from here. */
export const askIn =
  (page: Page, who: keyof Lab): Ask =>
  (step, ...args) =>
    page.evaluate(
      ([who, step, args]) => {
        const run: (...args: never[]) => unknown = window.lab[who][step]
        return run(...(args as never[])) // as: they were checked where the step was asked for
      },
      [who, step, args] as const, // as: a tuple
    ) as Promise<never> // as: whatever that step gives

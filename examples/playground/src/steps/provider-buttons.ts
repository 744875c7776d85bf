import type { OAuthStrategy } from '@clientele/core'
import { createButton } from '../dom/button.ts'
import { type Child, element } from '../dom/element.ts'
import { providers } from '../model/factors.ts'

/**
 * `Or continue with …`: one button for each provider, and whatever else stepActions in without typing.
 */
export const createProviderButtons = (
  onChoose: (strategy: OAuthStrategy, button: HTMLButtonElement) => void,
  ...others: readonly Child[]
): HTMLElement =>
  element(
    'div',
    { class: 'providers' },
    element('p', { class: 'hint' }, 'Or continue with'),
    element(
      'div',
      { class: 'actions' },
      ...providers.map(({ strategy, name }) =>
        createButton(name, button => onChoose(strategy, button)),
      ),
      ...others,
    ),
  )

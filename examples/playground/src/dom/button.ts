import { element } from './element.ts'

export interface ButtonOptions {
  readonly kind?: 'primary' | 'danger' | 'quiet' | undefined
  /** What a screen reader says, when the text alone does not tell which thing is meant. */
  readonly label?: string | undefined
  readonly submit?: boolean
}

export const createButton = (
  text: string,
  press: ((button: HTMLButtonElement) => void) | undefined,
  { kind, label, submit = false }: ButtonOptions = {},
): HTMLButtonElement => {
  const button = element(
    'button',
    {
      type: submit ? 'submit' : 'button',
      class: kind ? `button button--${kind}` : 'button',
      'aria-label': label,
    },
    text,
  )
  if (press) {
    button.addEventListener('click', () => {
      // Not `disabled`: that would take the focus away from whoever just pressed it.
      if (button.getAttribute('aria-disabled') !== 'true') press(button)
    })
  }
  return button
}

import { element } from '../dom/element.ts'

/** Says to a password manager whose password the form is about; nobody sees it. */
export const createOwner = (): HTMLInputElement =>
  element('input', {
    type: 'text',
    name: 'identifier',
    autocomplete: 'username',
    readonly: true,
    hidden: true,
  })

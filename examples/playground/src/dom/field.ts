import type { FieldTraits } from '../model/fields.ts'
import { element, fill, setAttributes } from './element.ts'

export interface FieldOptions extends FieldTraits {
  /** Unique on the page. */
  readonly id: string
  /** The API's name for it, as errors tell it in `meta.paramName`. */
  readonly param: string
}

/** A labelled input with a hint and a place for its error. */
export interface Field {
  readonly node: HTMLElement
  readonly input: HTMLInputElement
  readonly param: string
  readonly value: () => string
  /** Shows the error of this field; an empty text takes it away. */
  readonly setError: (message: string) => void
}

export const createField = ({ id, label, param, hint, ...attributes }: FieldOptions): Field => {
  const error = element('p', { class: 'field__error', id: `${id}-error` })
  const help =
    hint === undefined ? undefined : element('p', { class: 'field__hint', id: `${id}-hint` }, hint)
  const described = (hasError: boolean) =>
    [help?.id, hasError && error.id].filter(Boolean).join(' ') || undefined
  const input = element('input', {
    id,
    name: param,
    class: 'field__input',
    ...attributes,
    'aria-describedby': described(false),
  })
  const node = element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    input,
    help,
    error,
  )
  const setError = (message: string) => {
    fill(error, message)
    setAttributes(input, {
      'aria-invalid': message !== '' && 'true',
      'aria-describedby': described(message !== ''),
    })
  }
  // What was wrong is being put right: the complaint goes.
  input.addEventListener('input', () => setError(''))
  return { node, input, param, value: () => input.value.trim(), setError }
}

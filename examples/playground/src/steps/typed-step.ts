import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import type { TypedStrategy } from '../model/factors.ts'
import { typedFields } from '../model/fields.ts'
import { createOwner } from './owner.ts'

export interface TypedStepOptions {
  readonly onSubmit: (
    strategy: TypedStrategy,
    value: string,
    form: HTMLFormElement,
    field: Field,
  ) => void
  readonly onOther: () => void
  readonly onStartOver: () => void
}

/** The form for what one knows or reads off: a password, the code of an app, a backup code. */
export interface TypedStep {
  /** @param proof which one, and whose */
  readonly render: (proof: {
    readonly strategy: TypedStrategy
    readonly identifier: string
  }) => Step
}

export const createTypedStep = ({
  onSubmit,
  onOther,
  onStartOver,
}: TypedStepOptions): TypedStep => {
  const fields: Readonly<Record<TypedStrategy, Field>> = {
    password: createField({
      id: 'sign-in-typed-password',
      param: 'password',
      ...typedFields.password,
    }),
    totp: createField({ id: 'sign-in-totp', param: 'code', ...typedFields.totp }),
    backup_code: createField({
      id: 'sign-in-backup-code',
      param: 'code',
      ...typedFields.backup_code,
    }),
  }
  const owner = createOwner()
  let current: TypedStrategy = 'password'
  const form = element(
    'form',
    { class: 'form' },
    owner,
    ...Object.values(fields).map(({ node }) => node),
    element(
      'div',
      { class: 'actions' },
      createButton('Continue', undefined, { kind: 'primary', submit: true }),
      createButton('Another method', onOther),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const field = fields[current]
    onSubmit(current, current === 'password' ? field.input.value : field.value(), form, field)
  })
  const clear = () => {
    for (const { input, setError } of Object.values(fields)) {
      input.value = ''
      setError('')
    }
  }
  const step: Step = { form, clear }
  return {
    render: ({ strategy, identifier }) => {
      owner.value = identifier
      current = strategy
      for (const [name, { node, input }] of Object.entries(fields)) {
        node.hidden = name !== strategy
        input.disabled = name !== strategy
      }
      return step
    },
  }
}

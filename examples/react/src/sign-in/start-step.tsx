import type { OAuthStrategy } from '@clientele/core'
import { isPasskeySupported } from '@clientele/core/passkeys'
import { type Beginning, signInFields } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { useRef, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProviderButtons } from '../steps/provider-buttons.tsx'

const methods = { password: 'Password', email_code: 'E-mail code', other: 'Another way' } as const
type Method = keyof typeof methods
const isMethod = (text: string): text is Method => text in methods

interface StartStepProps {
  readonly errors: AttemptErrors
  readonly identifier: string
  readonly onIdentifier: (identifier: string) => void
  readonly onSubmit: (beginning: Beginning) => void
  readonly onProvider: (strategy: OAuthStrategy) => void
  readonly onPasskey: () => void
}

/** Who one is, and how one would like to prove it. */
export const StartStep = (props: StartStepProps) => {
  const { errors, identifier, onIdentifier, onSubmit, onProvider, onPasskey } = props
  const [method, setMethod] = useState<Method>('password')
  const field = useRef<HTMLDivElement>(null)
  const begin = (method: Beginning['method'], password = '') =>
    onSubmit({ identifier: identifier.trim(), method, password })
  const forgot = () => {
    if (field.current?.querySelector('input')?.reportValidity()) begin('reset')
  }
  return (
    <Form onSubmit={typed => begin(method, String(typed.get('password') ?? ''))}>
      <div ref={field}>
        <Field
          id="sign-in-identifier"
          name="identifier"
          {...signInFields.identifier}
          value={identifier}
          faults={errors.fields.identifier}
          onType={({ value }) => onIdentifier(value)}
        />
      </div>
      <fieldset
        className="choices"
        onChange={({ target }) => {
          if (target instanceof HTMLInputElement && isMethod(target.value)) setMethod(target.value)
        }}
      >
        <legend>Prove it by</legend>
        {Object.entries(methods).map(([value, text]) => (
          <label key={value} className="choice">
            <input type="radio" name="method" value={value} defaultChecked={value === method} />
            {text}
          </label>
        ))}
      </fieldset>
      {method === 'password' && (
        <Field
          id="sign-in-password"
          name="password"
          {...signInFields.password}
          faults={errors.fields.password}
        />
      )}
      <div className="actions">
        <Button kind="primary">Sign in</Button>
        {method === 'password' && (
          <Button kind="quiet" onPress={forgot}>
            Forgot the password?
          </Button>
        )}
      </div>
      <ProviderButtons onChoose={onProvider}>
        {isPasskeySupported() && <Button onPress={onPasskey}>Passkey</Button>}
      </ProviderButtons>
    </Form>
  )
}

import { isClienteleError } from '@clientele/core'
import { Tree } from '@clientele/views'
import { useState } from 'preact/hooks'
import { type Field, type Method, methodsOf, toParams } from '../data/methods.ts'
import { useSnapshot, useSubject } from '../panel/context.ts'

type Outcome = { readonly value: unknown } | { readonly error: unknown }

const Problem = ({ error }: { readonly error: unknown }) => {
  if (!isClienteleError(error)) return <p>{String(error)}</p>
  return (
    <>
      <p>
        <code>{error.code}</code> {error.message}
      </p>
      {error.errors.length > 1 && (
        <ul>
          {error.errors.map(({ code, message }) => (
            <li key={code}>
              <code>{code}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const typeOf = (type: Field['type']) =>
  type === 'secret' ? ({ type: 'password' } as const) : ({ type: 'text' } as const)

const Input = ({ field, id }: { readonly field: Field; readonly id: string }) => {
  const { name, type } = field
  if (type === 'boolean')
    return (
      <label>
        <input type="checkbox" name={name} /> {name}
      </label>
    )
  return (
    <label for={id}>
      {name}
      {type === 'json' ? (
        <textarea id={id} name={name} rows={2} placeholder="{ }" spellcheck={false} />
      ) : (
        <input id={id} name={name} autocomplete="off" spellcheck={false} {...typeOf(type)} />
      )}
    </label>
  )
}

/** What was filled in: texts, and `true` for what was ticked. */
const readForm = (form: HTMLFormElement, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.map(({ name, type }) => {
      const value = new FormData(form).get(name)
      return [name, type === 'boolean' ? value !== null : String(value ?? '')]
    }),
  )

const MethodForm = ({ method }: { readonly method: Method }) => {
  const [outcome, setOutcome] = useState<Outcome | undefined>()
  const call = async (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget
    if (!(form instanceof HTMLFormElement)) return
    setOutcome(undefined)
    try {
      setOutcome({ value: await method.call(toParams(readForm(form, method.fields))) })
      form.reset()
    } catch (error) {
      setOutcome({ error })
    }
  }
  const isToken = method.name.endsWith('getToken')
  return (
    <details class="method">
      <summary>
        <code>{method.name}()</code>
      </summary>
      <form onSubmit={call}>
        {method.fields.map(field => (
          <Input key={field.name} field={field} id={`${method.name}-${field.name}`} />
        ))}
        <button type="submit">Call</button>
      </form>
      {outcome && 'error' in outcome && (
        <div role="alert" class="problem">
          <Problem error={outcome.error} />
        </div>
      )}
      {outcome && 'value' in outcome && (
        <div role="status">
          {isToken && typeof outcome.value === 'string' ? (
            <p>A token; the tab “Client” shows what it says.</p>
          ) : (
            <Tree name="result" value={outcome.value} />
          )}
        </div>
      )}
    </details>
  )
}

/** Every method that there is now, with its parameters. */
export const ActionsTab = () => {
  const { clientele } = useSubject()
  useSnapshot()
  return (
    <>
      {methodsOf(clientele).map(({ title, methods }) => (
        <section key={title}>
          <h2>{title}</h2>
          {methods.map(method => (
            <MethodForm key={method.name} method={method} />
          ))}
        </section>
      ))}
    </>
  )
}

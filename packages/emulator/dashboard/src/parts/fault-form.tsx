import { useAct } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { Fault } from '../../../src/network/faults/fault.ts'
import { type FaultField, kinds, limits, routes } from './fault-kinds.ts'
import { Field, Form, JsonField, jsonOf, Select, textOf } from './form.tsx'

const methods = [
  ['', 'any'],
  ['GET', 'GET'],
  ['POST', 'POST'],
  ['PATCH', 'PATCH'],
  ['DELETE', 'DELETE'],
] as const

const isKind = (name: string): name is Fault['kind'] => Object.hasOwn(kinds, name)

const Input = ({ field }: { readonly field: FaultField }) => {
  const { name, label, type, value, options, isRequired } = field
  if (options)
    return <Select name={name} label={label} value={options[0]?.[0] ?? ''} options={options} />
  if (type === 'json')
    return <JsonField name={name} label={label} value={value} isRequired={isRequired} />
  return <Field name={name} label={label} type={type} value={value} isRequired={isRequired} />
}

const parse = ({ type, label }: FaultField, text: string): unknown => {
  if (type === 'number') return Number(text)
  return type === 'json' ? jsonOf(label, text) : text
}

/** Any fault: its kind, which requests it is for, and how often. */
export const FaultForm = () => {
  const act = useAct()
  const [kind, setKind] = useState<Fault['kind']>('status')
  const { about, fields } = kinds[kind]
  const add = (data: FormData) => {
    const given = [...fields, ...limits].flatMap(field => {
      const text = textOf(data, field.name)
      return text === '' ? [] : [[field.name, parse(field, text)]]
    })
    const method = textOf(data, 'method')
    const path = textOf(data, 'path')
    return act('POST', '/faults', {
      ...{ kind, path, ...(method && { method }) },
      ...Object.fromEntries(given),
    })
  }
  return (
    <Form label="A fault of your own" submit="Add fault" onSubmit={add}>
      <Select
        label="Kind"
        value={kind}
        options={Object.keys(kinds).map(name => [name, name])}
        onValue={name => {
          if (isKind(name)) setKind(name)
        }}
      />
      <Select name="method" label="Method" value="" options={methods} />
      <label class="broad">
        Route
        <input
          name="path"
          required
          defaultValue="/v1/client"
          list="routes"
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <datalist id="routes">
        {routes.map(route => (
          <option key={route} value={route} />
        ))}
      </datalist>
      <fieldset key={kind} class="broad">
        <legend class="hint">{about}</legend>
        {fields.map(field => (
          <Input key={field.name} field={field} />
        ))}
      </fieldset>
      {limits.map(field => (
        <Input key={field.name} field={field} />
      ))}
    </Form>
  )
}

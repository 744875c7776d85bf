import { useAct } from '@clientele/views'
import type { EmulatedUser } from '../../../src/control/users.ts'
import { Field, Form, JsonField, jsonOf, textOf } from './form.tsx'

const names = ['emailAddress', 'phoneNumber', 'username', 'firstName', 'lastName'] as const
const metadata = ['publicMetadata', 'unsafeMetadata'] as const

const labels = {
  emailAddress: 'Email address',
  phoneNumber: 'Phone number',
  username: 'User name',
  firstName: 'First name',
  lastName: 'Last name',
  publicMetadata: 'Public metadata (JSON)',
  unsafeMetadata: 'Unsafe metadata (JSON)',
}

const toText = (value: unknown): string => JSON.stringify(value ?? {}, null, 2)

/** What differs from what the user has; an empty field takes away what was there. */
const changesOf = (data: FormData, user: EmulatedUser | undefined): Record<string, unknown> => {
  const changes: Record<string, unknown> = {}
  for (const name of names) {
    const text = textOf(data, name)
    if (text !== (user?.[name] ?? '')) changes[name] = text === '' ? null : text
  }
  for (const name of metadata) {
    const text = textOf(data, name) || '{}'
    if (text !== toText(user?.[name])) changes[name] = jsonOf(labels[name], text)
  }
  const password = textOf(data, 'password')
  if (password !== '') changes.password = password
  return changes
}

interface UserFormProps {
  /** Who is changed; somebody new when left out. */
  readonly user?: EmulatedUser | undefined
  readonly onSaved: (user: EmulatedUser) => void
}

/** Creates somebody, or changes what is other than it was. */
export const UserForm = ({ user, onSaved }: UserFormProps) => {
  const act = useAct()
  const save = async (data: FormData) => {
    const changes = changesOf(data, user)
    onSaved(
      user
        ? await act<EmulatedUser>('PATCH', `/users/${user.id}`, changes)
        : await act<EmulatedUser>('POST', '/users', changes),
    )
  }
  return (
    <Form
      label={user ? 'Edit the user' : 'New user'}
      submit={user ? 'Save' : 'Create user'}
      onSubmit={save}
    >
      {names.map(name => (
        <Field key={name} name={name} label={labels[name]} value={user?.[name] ?? ''} />
      ))}
      <Field
        name="password"
        type="password"
        label={user ? 'New password, if any' : 'Password, if any'}
      />
      {metadata.map(name => (
        <JsonField key={name} name={name} label={labels[name]} value={toText(user?.[name])} />
      ))}
    </Form>
  )
}

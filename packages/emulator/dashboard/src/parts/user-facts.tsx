import { Age, CopyButton, DoButton, formatDate, useEmulator } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { EmulatedUser } from '../../../src/control/users.ts'

const Totp = ({ id }: { readonly id: string }) => {
  const { control } = useEmulator()
  const [code, setCode] = useState('')
  const show = async () =>
    setCode((await control.get<{ readonly code: string }>(`/users/${id}/totp`)).code)
  return (
    <>
      authenticator app <DoButton onDo={show}>{code || 'Show its code'}</DoButton>
      {code && <CopyButton text={code} what="the code" />}
    </>
  )
}

/** `ada@example.com (primary, not verified)` */
const describe = (text: string, notes: readonly (string | false)[]): string => {
  const said = notes.filter(Boolean)
  return said.length > 0 ? `${text} (${said.join(', ')})` : text
}

const Texts = ({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) =>
  texts.length === 0 ? null : (
    <>
      <dt>{title}</dt>
      <dd>
        {texts.map(text => (
          <div key={text}>{text}</div>
        ))}
      </dd>
    </>
  )

const emailsOf = ({ emailAddresses, primaryEmailAddressId }: EmulatedUser) =>
  emailAddresses.map(({ id, emailAddress, verified }) =>
    describe(emailAddress, [
      id === primaryEmailAddressId && 'primary',
      !verified && 'not verified',
    ]),
  )

const phonesOf = ({ phoneNumbers, primaryPhoneNumberId }: EmulatedUser) =>
  phoneNumbers.map(({ id, phoneNumber, verified, reservedForSecondFactor }) =>
    describe(phoneNumber, [
      id === primaryPhoneNumberId && 'primary',
      !verified && 'not verified',
      reservedForSecondFactor && 'second factor',
    ]),
  )

/** Identifiers, factors and times. */
export const UserFacts = ({ user }: { readonly user: EmulatedUser }) => (
  <dl class="facts">
    <dt>Id</dt>
    <dd>
      <code>{user.id}</code> <CopyButton text={user.id} what="the user’s id" />
    </dd>
    <Texts title="Email addresses" texts={emailsOf(user)} />
    <Texts title="Phone numbers" texts={phonesOf(user)} />
    <Texts title="User name" texts={user.username === null ? [] : [user.username]} />
    <Texts title="Wallets" texts={user.web3Wallets.map(({ web3Wallet }) => web3Wallet)} />
    <Texts
      title="Passkeys"
      texts={user.passkeys.map(({ name, credentialId }) => name ?? credentialId)}
    />
    <Texts title="External id" texts={user.externalId === null ? [] : [user.externalId]} />
    <dt>Password</dt>
    <dd>{user.passwordEnabled ? 'set' : 'none'}</dd>
    <dt>Second factors</dt>
    <dd>
      {user.totpEnabled ? <Totp id={user.id} /> : 'no authenticator app'}
      {user.phoneNumbers.some(({ reservedForSecondFactor }) => reservedForSecondFactor) &&
        ', phone number'}
    </dd>
    <dt>Created</dt>
    <dd>
      {formatDate(user.createdAt)} (<Age at={user.createdAt} />)
    </dd>
    <dt>Changed</dt>
    <dd>
      {formatDate(user.updatedAt)} (<Age at={user.updatedAt} />)
    </dd>
  </dl>
)

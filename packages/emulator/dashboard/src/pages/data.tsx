import { CopyButton, DoButton, FileButton, saveFile, useAct, useEmulator } from '@clientele/views'
import { useState } from 'preact/hooks'
import type { Facts } from '../facts.ts'
import { Field, Form, JsonField, jsonOf, textOf } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'

interface KeyProps {
  readonly title: string
  readonly text: string
  readonly what: string
}

const Key = ({ title, text, what }: KeyProps) => (
  <>
    <dt>{title}</dt>
    <dd>
      <code class="key">{text}</code> <CopyButton text={text} what={what} />
    </dd>
  </>
)

const Keys = ({ facts }: { readonly facts: Facts }) => (
  <Section title="Keys">
    <dl class="facts">
      <Key title="Publishable key" text={facts.publishableKey} what="the publishable key" />
      <Key title="Secret key" text={facts.secretKey} what="the secret key" />
    </dl>
    <details>
      <summary>
        Public key of the tokens, for servers: <code>CLERK_JWT_KEY</code>
      </summary>
      <pre>{facts.jwtKey.trim()}</pre>
      <CopyButton text={facts.jwtKey.trim()} what="the public key" />
    </details>
  </Section>
)

const Files = () => {
  const act = useAct()
  const { control } = useEmulator()
  const save = async () =>
    saveFile('clientele-emulator.json', JSON.stringify(await control.get('/export'), null, 2))
  return (
    <Section title="Export and import">
      <p>All that the emulator knows, as a file; one that is imported takes the place of it all.</p>
      <div class="row">
        <DoButton onDo={save}>Export</DoButton>
        <FileButton
          label="An export as a file"
          most={64}
          onText={text => act('POST', '/import', jsonOf('The file', text))}
        >
          Import
        </FileButton>
      </div>
    </Section>
  )
}

const Seed = () => {
  const act = useAct()
  const add = async (data: FormData, form: HTMLFormElement) => {
    await act('POST', '/seed', jsonOf('Seed', textOf(data, 'seed')))
    form.reset()
  }
  return (
    <Section title="Seed">
      <p>Adds users, organizations, sessions, settings and faults to what is there.</p>
      <Form label="Seed" submit="Add the seed" onSubmit={add}>
        <JsonField
          name="seed"
          label="Seed (JSON)"
          value={'{ "users": [{ "emailAddress": "ada@example.com" }] }'}
          isRequired
        />
      </Form>
    </Section>
  )
}

const Invitation = () => {
  const act = useAct()
  const [ticket, setTicket] = useState('')
  const invite = async (data: FormData, form: HTMLFormElement) => {
    const emailAddress = textOf(data, 'emailAddress')
    const made = await act<{ readonly ticket: string }>('POST', '/tickets', { emailAddress })
    setTicket(made.ticket)
    form.reset()
  }
  const revoke = async () => {
    await act('POST', '/tickets/revoke', { ticket })
    setTicket('')
  }
  return (
    <Section title="Tickets">
      <p>An invitation signs up whoever has its address. Sign-in tokens are on each user’s page.</p>
      <Form label="Invitation" submit="Make an invitation" onSubmit={invite}>
        <Field name="emailAddress" type="email" label="Email address" isRequired />
      </Form>
      {ticket && (
        <div class="row">
          <code class="key">{ticket}</code>
          <CopyButton key={ticket} text={ticket} what="the invitation" />
          <DoButton isDangerous label="Revoke the invitation" onDo={revoke}>
            Revoke
          </DoButton>
        </div>
      )}
    </Section>
  )
}

const StartAgain = () => {
  const act = useAct()
  return (
    <Section title="Start again">
      <p>
        Either forgets all users, sessions, messages and requests, ends faults, and sets the clock
        to the time of this machine. Restoring then adds again what the emulator began with.
      </p>
      <div class="row">
        <DoButton isDangerous onDo={() => act('POST', '/restore')}>
          Restore the seed
        </DoButton>
        <span class="apart">
          <DoButton isDangerous onDo={() => act('POST', '/reset')}>
            Reset emulator
          </DoButton>
        </span>
      </div>
    </Section>
  )
}

/** What comes in and goes out, and starting again, away from everything else. */
export const DataPage = ({ facts }: { readonly facts: Facts }) => (
  <>
    <Keys facts={facts} />
    <div class="halves">
      <div>
        <Files />
        <Invitation />
      </div>
      <div>
        <Seed />
        <StartAgain />
      </div>
    </div>
  </>
)

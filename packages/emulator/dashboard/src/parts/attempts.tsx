import { Age, useLive } from '@clientele/views'
import type { EmulatedAttempt, EmulatedVerification } from '../../../src/control/attempts.ts'
import { List, Section } from './section.tsx'

const tones: Readonly<Record<string, string>> = {
  complete: 'good',
  verified: 'good',
  failed: 'bad',
}

const Status = ({ of }: { readonly of: string }) => (
  <span class={`badge ${tones[of] ?? ''}`}>{of.replaceAll('_', ' ')}</span>
)

const Verification = ({ of, strategy, status, attempts, expireAt }: EmulatedVerification) => (
  <li class="fact">
    <span class="hint">{of}</span>
    <span>
      <code>{strategy}</code>
      {attempts ? ` · ${attempts} ${attempts === 1 ? 'try' : 'tries'}` : ''}
      {status === 'unverified' && expireAt !== null && (
        <>
          {' · ends '}
          <Age at={expireAt} />
        </>
      )}
    </span>
    <Status of={status} />
  </li>
)

const Attempt = (attempt: EmulatedAttempt) => {
  const { id, kind, identifier, status, next, verifications, createdAt } = attempt
  const isOpen = status !== 'complete' && status !== 'abandoned'
  return (
    <li>
      <span class="grow">
        <strong class="text">{identifier ?? 'Nobody yet'}</strong>
        <span class="hint">
          {kind} · <Age at={createdAt} /> · <code>{id}</code>
        </span>
      </span>
      <Status of={status} />
      <ul class="facts-of">
        {verifications.map(each => (
          <Verification key={each.of} {...each} />
        ))}
        {isOpen && next.length > 0 && (
          <li class="fact">
            <span class="hint">{kind === 'sign-up' ? 'needs' : 'takes'}</span>
            <code>{next.join(', ')}</code>
          </li>
        )}
      </ul>
    </li>
  )
}

/** Sign-ins and sign-ups, and how far they are. */
export const Attempts = () => {
  const read = useLive(control =>
    control.get<readonly EmulatedAttempt[]>('/attempts?newestFirst=true&limit=50'),
  )
  return (
    <Section title="Attempts" count={read.value?.length}>
      <List read={read} most={10} empty="Nobody is signing in or up.">
        {attempt => <Attempt key={attempt.id} {...attempt} />}
      </List>
    </Section>
  )
}

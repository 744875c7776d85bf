import { Age, DoButton, useAct, useLive } from '@clientele/views'
import type { WebhookMessage } from '../../../src/network/webhooks/webhooks.ts'
import { List, Section } from '../parts/section.tsx'

type Delivery = WebhookMessage['deliveries'][number]

const tones = { delivered: 'good', pending: '', failed: 'bad' }

const Outcome = ({ status, attempts, url }: Delivery) => {
  const last = attempts.at(-1)
  const why = last ? String(last.status ?? last.error ?? '') : ''
  const count = attempts.length > 1 ? ` (${attempts.length} tries)` : ''
  return (
    <span class={`badge ${tones[status]}`} title={url}>
      {`${status} ${why}${count}`.trim()}
    </span>
  )
}

/** What was told to the receivers of webhooks. */
export const WebhooksPage = () => {
  const act = useAct()
  const read = useLive(control =>
    control.get<readonly WebhookMessage[]>('/webhooks?newestFirst=true&limit=100'),
  )
  return (
    <Section title="Webhooks" count={read.value?.length}>
      <List
        read={read}
        empty="Nothing was told to anybody. The setting “webhooks” says who is told."
      >
        {({ id, type, at, deliveries }) => (
          <li key={id}>
            <span class="grow">
              <strong class="text">{type}</strong>
              <span class="hint">
                <Age at={at} /> {deliveries.map(({ url }) => url).join(' · ')}
              </span>
            </span>
            {deliveries.map(delivery => (
              <Outcome key={delivery.url} {...delivery} />
            ))}
            <DoButton
              label={`Send ${type} ${id} again`}
              onDo={() => act('POST', `/webhooks/${id}/replay`)}
            >
              Send again
            </DoButton>
          </li>
        )}
      </List>
    </Section>
  )
}

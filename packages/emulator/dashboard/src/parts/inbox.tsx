import { Age, CopyButton, DoButton, useAct, useLive } from '@clientele/views'
import type { Message } from '../../../src/model/inbox.ts'
import { List, Section } from './section.tsx'

/** Codes and links that were sent. @param to only what this address was sent. */
export const Inbox = ({ to }: { readonly to?: string | undefined }) => {
  const act = useAct()
  const search = new URLSearchParams({ newestFirst: 'true', limit: '100', ...(to && { to }) })
  const read = useLive(
    control => control.get<readonly Message[]>(`/inbox?${search}`),
    search.toString(),
  )
  return (
    <Section title="Inbox" count={read.value?.length}>
      <List
        read={read}
        empty="No message yet. Addresses with +clerk_test receive none: their code is 424242."
      >
        {({ id, to, kind, code, link, at }) => (
          <li key={id}>
            <span class="grow">
              <strong class="text">{to}</strong>
              <span class="hint">
                {kind} · <Age at={at} />
              </span>
            </span>
            {code !== null && (
              <>
                <span class="code">{code}</span>
                <CopyButton text={code} what={`the code ${code}`} />
              </>
            )}
            {link !== null && (
              <>
                <a href={link}>Open the link</a>
                <DoButton
                  label={`Open the link to ${to} elsewhere`}
                  onDo={() => act('POST', `/inbox/${id}/open`)}
                >
                  Open elsewhere
                </DoButton>
              </>
            )}
          </li>
        )}
      </List>
    </Section>
  )
}

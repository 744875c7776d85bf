// @vitest-environment node
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { openApp } from '@clientele/conformance'
import type { ClienteleStore } from '@clientele/core'
import { ClienteleProvider, useSuspenseClient } from '@clientele/react'
import { Suspense } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

const Count = () => <p>{useSuspenseClient(({ sessions }) => sessions.length)} sessions</p>

/** What a server streams, to its end. */
const stream = async (clientele: ClienteleStore) => {
  const errors: unknown[] = []
  const html = await new Promise<string>((resolve, reject) => {
    const sink = new PassThrough()
    text(sink).then(resolve, reject)
    const { pipe } = renderToPipeableStream(
      <ClienteleProvider clientele={clientele}>
        <Suspense fallback="waiting">
          <Count />
        </Suspense>
      </ClienteleProvider>,
      { onAllReady: () => pipe(sink), onError: error => void errors.push(error) },
    )
  })
  return { html, errors }
}

describe('a reader that suspends, on a server', () => {
  it('shows the state that it was given', async () => {
    const { clientele } = openApp()
    await clientele.load()
    const { html, errors } = await stream(
      openApp({ initialState: clientele.store.getState() }).clientele,
    )
    expect(html).toMatch(/<p>0(<!-- -->)? sessions/)
    expect(errors).toEqual([])
  })

  it('without a state leaves its place to the browser, and keeps nobody waiting', async () => {
    const { clientele } = openApp()
    const { html, errors } = await stream(clientele)
    expect(clientele.status).toBe('idle')
    expect(html).toContain('waiting')
    expect(errors).toMatchObject([{ message: expect.stringContaining('initialState') }])
  })
})

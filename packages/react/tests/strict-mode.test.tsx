import { openApp } from '@clientele/conformance'
import { ClienteleProvider, useClienteleStore, useSignIn } from '@clientele/react'
import { StrictMode, useEffect } from 'react'
import { expect, it } from 'vitest'
import { openScreen } from './support/screen.tsx'

const password = 'correct horse battery'

/** Everything that a careless page does in effects, which StrictMode runs twice. */
const Page = () => {
  const clientele = useClienteleStore()
  const { next, create, prepareFirstFactor, attemptFirstFactor } = useSignIn()
  useEffect(() => {
    void clientele.load()
  }, [clientele])
  useEffect(() => {
    if (next?.kind === 'first_factor') void prepareFirstFactor({ strategy: 'email_code' })
  }, [next, prepareFirstFactor])
  const enter = () => void create({ identifier: 'ada@example.com' })
  const prove = () => void attemptFirstFactor({ strategy: 'password', password })
  return (
    <>
      <button type="button" onClick={enter} />
      <button type="button" onClick={prove} />
    </>
  )
}

it('StrictMode and double clicks send one request for one intent', async () => {
  const { emulator } = openApp()
  const { fetch } = emulator.agent()
  const sent: string[] = []
  const { clientele } = openApp({
    publishableKey: emulator.publishableKey,
    fetch: (input, init) => {
      const { pathname, searchParams } = new URL(String(input))
      sent.push(`${searchParams.get('_method') ?? init?.method ?? 'GET'} ${pathname}`)
      return fetch(input, init)
    },
  })
  emulator.users.create({ emailAddress: 'ada@example.com', password })
  const { element, act } = await openScreen(
    <StrictMode>
      <ClienteleProvider clientele={clientele}>
        <Page />
      </ClienteleProvider>
    </StrictMode>,
  )
  await act(() => clientele.load())
  document.body.append(element)
  const [enter, prove] = [...element.querySelectorAll('button')]
  const twice = async (button: HTMLButtonElement | undefined, kind: string) => {
    await act(() => {
      button?.click()
      button?.click()
    })
    await act(
      () =>
        new Promise<void>(resolve => {
          const look = () => clientele.client?.signIn.next.kind === kind && resolve()
          clientele.subscribe(look)
        }),
    )
  }
  await twice(enter, 'first_factor')
  await twice(prove, 'complete')
  element.remove()
  expect(sent.map(line => line.replace(/sia_\w+/, 'ID'))).toEqual([
    'GET /v1/client',
    'POST /v1/client/sign_ins',
    'POST /v1/client/sign_ins/ID/prepare_first_factor',
    'POST /v1/client/sign_ins/ID/attempt_first_factor',
  ])
})

import { createClientele } from '@clientele/core'
import { timeline } from '@clientele/core/timeline'
import { createEmulator } from '@clientele/emulator'
import { expect, it, vi } from 'vitest'
import { methodsOf } from '../src/data/methods.ts'
import { recorderOf } from '../src/data/recorder.ts'

const open = (modules: Parameters<typeof createClientele>[0]['modules'] = []) => {
  const emulator = createEmulator()
  const { fetch } = emulator.agent()
  const clientele = createClientele({
    publishableKey: emulator.publishableKey,
    fetch,
    modules,
  })
  return { emulator, clientele }
}

it('records a store once, and tells of each event', async () => {
  const { clientele } = open()
  const recorder = recorderOf(clientele)
  expect(recorderOf(clientele)).toBe(recorder)
  const listener = vi.fn()
  const undo = recorder.subscribe(listener)
  await clientele.load()
  expect(recorder.events().map(({ kind }) => kind)).toEqual([
    'transition',
    'request',
    'answer',
    'transition',
  ])
  expect(listener).toHaveBeenCalledTimes(4)
  expect(recorder.events()).toBe(recorder.events())
  expect(recorder.stateAfter(1)?.connection.status).toBe('loading')
  expect(recorder.stateAfter(4)).toBe(clientele.store.getState())
  expect(recorder.stateAfter(2)).toBeUndefined()
  undo()
  await clientele.client?.reload()
  expect(listener).toHaveBeenCalledTimes(4)
})

it('has what the timeline of the application knows already, before its own', async () => {
  const { clientele } = open([timeline()])
  await clientele.load()
  const recorder = recorderOf(clientele)
  await clientele.client?.reload()
  const events = recorder.events()
  expect(events.map(({ id }) => id)).toEqual([...events.keys()].map(index => index - 3))
  const [, request, answer] = events
  expect(answer).toMatchObject({ kind: 'answer', cause: request?.id })
})

it('offers every method that there is', async () => {
  const { clientele } = open()
  const titles = () => methodsOf(clientele).map(({ title }) => title)
  expect(titles()).toEqual(['Store'])
  await clientele.load()
  expect(titles()).toEqual(['Store', 'Client', 'Sign-in', 'Sign-up'])
  const names = methodsOf(clientele).flatMap(({ methods }) => methods.map(({ name }) => name))
  for (const name of ['store.setActive', 'client.reload', 'signIn.create', 'signUp.upsert'])
    expect(names).toContain(name)
  expect(names).not.toContain('store.dispose')
})

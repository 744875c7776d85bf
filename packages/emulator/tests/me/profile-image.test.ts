import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn } from '../support/browser.ts'
import { png } from '../support/image.ts'

const path = '/v1/me/profile_image'
const base64 = btoa(String.fromCharCode(...png))

const begin = async () => {
  const emulator = createFrozen()
  const browser = await createSignedIn(emulator)
  const post = (body: BodyInit, headers = {}) =>
    browser.agent.fetch(path, { method: 'POST', body, headers })
  const shown = async () =>
    (await browser.send<{ image_url: string; has_image: boolean }>('GET', '/v1/me')).body.response
  return { emulator, ...browser, post, shown }
}

const asFile = (file: Blob) => {
  const body = new FormData()
  body.append('file', file, 'me.png')
  return body
}

describe('a picture', () => {
  test.each<[string, BodyInit]>([
    ['a file', asFile(new Blob([png], { type: 'image/png' }))],
    ['a file that does not say what it is', asFile(new Blob([png]))],
    ['base64', new Blob([base64], { type: 'application/octet-stream' })],
    [
      'a data URL',
      new Blob([`data:image/png;base64,${base64}`], { type: 'application/octet-stream' }),
    ],
    ['bytes', new Blob([png], { type: 'application/octet-stream' })],
  ])('is sent as %s, and any page can show it', async (_, body) => {
    const { emulator, post, shown } = await begin()
    const { response, client } = await (await post(body)).json()
    expect(response).toMatchObject({ object: 'image', public_url: expect.any(String) })
    expect(client.sessions[0].user).toMatchObject({
      has_image: true,
      image_url: response.public_url,
    })
    const answer = await emulator.fetch((await shown()).image_url)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png)
  })

  test('gives way to the next one, and is taken away', async () => {
    const { emulator, post, shown, send } = await begin()
    await post(asFile(new Blob([png])))
    const before = (await shown()).image_url
    await post(asFile(new Blob([png])))
    const { image_url } = await shown()
    expect(image_url).not.toBe(before)
    expect((await emulator.fetch(before)).status).toBe(404)
    expect((await send('DELETE', path)).body.response).toMatchObject({ deleted: true })
    expect(await shown()).toMatchObject({
      has_image: false,
      image_url: expect.stringMatching(/\/avatar_placeholder\/A$/),
    })
    expect((await emulator.fetch(image_url)).status).toBe(404)
    expect((await send('DELETE', path)).status).toBe(404)
  })

  test.each<[string, BodyInit, string]>([
    ['that could run something', asFile(new Blob(['<svg/>'], { type: 'image/svg+xml' })), 'file'],
    ['that is none', asFile(new Blob(['text'], { type: 'text/html' })), 'file'],
    ['that is empty', asFile(new Blob([], { type: 'image/png' })), 'file'],
  ])('%s is refused', async (_, body, param) => {
    const { post, shown } = await begin()
    const answer = await post(body)
    expect(answer.status).toBe(422)
    expect((await answer.json()).errors[0].meta).toEqual({ param_name: param })
    expect((await shown()).has_image).toBe(false)
  })
})

import { findScenario, scenarios } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { jane } from '../support/browser.ts'
import { password, stage } from '../support/stage.ts'

test('each is found by its name and says in a line what it stages', () => {
  const names = scenarios.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { name, summary, seed } of scenarios) {
    expect(summary).toMatch(/^[A-Z][^\n]{20,}\.$/)
    expect(summary.length).toBeLessThan(120)
    expect(findScenario(name).seed).toBe(seed)
    expect(stage(name).emulator.users.list()).toMatchObject([{ emailAddress: jane.emailAddress }])
  }
  expect(() => findScenario('nonsense')).toThrow(/nonsense: take one of flaky-network, /)
})

const code = { strategy: 'email_code', code: '000000' }

describe('scenario', () => {
  test('lagging-client: complete, and its client does not show the session yet', async () => {
    const { signIn, client } = stage('lagging-client')
    const { body } = await signIn(password)
    expect(body.response).toMatchObject({
      status: 'complete',
      created_session_id: expect.stringMatching(/^sess_/),
    })
    expect(body.client).toBeNull() // there was none before
    expect((await client()).body.response?.sessions).toMatchObject([
      { id: body.response.created_session_id },
    ])
  })

  test('lagging-client: a sign-up that is complete is still in progress in its client', async () => {
    const { signUp, signUpStep, emulator } = stage('lagging-client')
    const { id } = (await signUp({ email_address: 'new@example.com', password: 'correct horse' }))
      .body.response
    await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    const { code } = emulator.inbox.latest() ?? {}
    const { body } = await signUpStep(id, 'attempt_verification', {
      strategy: 'email_code',
      code: code ?? '',
    })
    expect(body.response.status).toBe('complete')
    expect(body.client).toMatchObject({ sessions: [], sign_up: { status: 'missing_requirements' } })
  })

  test('slow-code: who tries before it is sent is told so', async () => {
    const { signIn, signInStep, emulator } = stage('slow-code')
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const late = signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    expect((await signInStep(id, 'attempt_first_factor', code)).fault).toBe('verification_missing')
    expect(emulator.inbox.messages()).toEqual([])
    emulator.clock.advance(5_000)
    await late
    const sent = { ...code, code: emulator.inbox.latest()?.code ?? '' }
    expect((await signInStep(id, 'attempt_first_factor', sent)).body.response.status).toBe(
      'complete',
    )
  })

  test('lost-code: it was sent, another is refused, and the first is good', async () => {
    const { signIn, signInStep, emulator } = stage('lost-code')
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const prepare = () => signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    await expect(prepare()).rejects.toThrow(TypeError)
    expect(await prepare()).toMatchObject({
      status: 429,
      fault: 'verification_code_too_many_requests',
    })
    const sent = { ...code, code: emulator.inbox.latest()?.code ?? '' }
    expect((await signInStep(id, 'attempt_first_factor', sent)).body.response.status).toBe(
      'complete',
    )
  })

  test('mixed-errors: one of a field and one of none', async () => {
    const { signIn } = stage('mixed-errors')
    const { status, body } = await signIn(password)
    expect(status).toBe(422)
    expect(body.errors?.map(({ meta }) => meta.param_name)).toEqual(['identifier', undefined])
    expect((await signIn(password)).status).toBe(200)
  })

  test('unknown-status: of the attempt, alone and in the client', async () => {
    const { signIn, emulator } = stage('unknown-status')
    const { body } = await signIn({ identifier: jane.emailAddress })
    expect(body.response.status).toBe('needs_telepathy')
    expect(body.client).toMatchObject({ sign_in: { status: 'needs_telepathy' } })
    expect(emulator.faults.list()).toEqual([])
  })

  test('client-trust: a right password needs a code on a new client, and none on a known one', async () => {
    const { signIn, signInStep, emulator, send } = stage('client-trust')
    const { id, status } = (await signIn(password)).body.response
    expect(status).toBe('needs_client_trust')
    await signInStep(id, 'prepare_second_factor', { strategy: 'email_code' })
    const sent = { ...code, code: emulator.inbox.latest()?.code ?? '' }
    expect((await signInStep(id, 'attempt_second_factor', sent)).body.response.status).toBe(
      'complete',
    )
    await send('DELETE', '/v1/client/sessions')
    expect((await signIn(password)).body.response.status).toBe('complete')
  })

  test('captcha-required: 401 until one is solved', async () => {
    const { signIn, signUp, send } = stage('captcha-required')
    for (const attempt of [signIn(password), signUp({ email_address: 'new@example.com' })])
      expect(await attempt).toMatchObject({ status: 401, fault: 'requires_captcha' })
    await send('POST', '/v1/client/verify', {
      captcha_token: 'right',
      captcha_widget_type: 'smart',
    })
    expect((await signIn(password)).status).toBe(200)
  })

  test('rate-limited: the sixth sign-in waits', async () => {
    const { signIn } = stage('rate-limited')
    const statuses: number[] = []
    for (let count = 0; count < 6; count += 1)
      statuses.push((await signIn({ identifier: jane.emailAddress })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })

  test('lost-provider-state: the first return is refused, the attempt goes on', async () => {
    const { signIn, visit, emulator, client } = stage('lost-provider-state')
    const { body } = await signIn({ strategy: 'oauth_google', redirect_url: 'https://app.test/' })
    const away = body.response.first_factor_verification?.external_verification_redirect_url ?? ''
    const back = emulator.oauth.approve(away, { emailAddress: jane.emailAddress })
    expect((await visit(back)).status).toBe(403)
    expect((await visit(back)).status).toBe(303)
    expect((await client()).body.response?.sessions).toHaveLength(1)
  })

  test('locked-user: the right password is refused until the hour is over', async () => {
    const { signIn, emulator } = stage('locked-user')
    const fields = { identifier: jane.emailAddress, password: jane.password }
    expect(await signIn(fields)).toMatchObject({ status: 403, fault: 'user_locked' })
    emulator.clock.advance(3_600_000)
    expect((await signIn(fields)).status).toBe(200)
  })
})

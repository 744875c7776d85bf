import { describe, expect, it } from 'vitest'
import { modes, totpCodeFor } from '../support/account.ts'

describe.each(modes)('%s', (_, open) => {
  it('an authenticator app is set up, told once, and taken away', async () => {
    const { api, clientele, emulator } = await open()
    const told: string[] = []
    clientele.store.subscribe(state => told.push(JSON.stringify(state)))
    const { secret, uri, verified } = await api.createTotp()
    expect(uri).toContain(secret)
    expect(verified).toBe(false)
    const code = totpCodeFor(secret ?? '', emulator.clock.now())
    const done = await api.verifyTotp({ code })
    expect(done).toMatchObject({ verified: true, secret: null })
    expect(done.createdAt).toBeInstanceOf(Date)
    expect(clientele.user).toMatchObject({ totpEnabled: true, twoFactorEnabled: true })
    const { codes } = await api.createBackupCodes()
    expect(codes).toHaveLength(10)
    await api.reload()
    for (const text of [secret ?? '', code, ...codes, ...(done.backupCodes ?? [])])
      expect([...told, JSON.stringify(clientele.explain())].join()).not.toContain(text)
    expect(told.length).toBeGreaterThan(0)
    expect(await api.disableTotp()).toMatchObject({ deleted: true })
    expect(clientele.user?.totpEnabled).toBe(false)
  })

  it('a wrong code changes nothing', async () => {
    const { api, clientele } = await open()
    await api.createTotp()
    await expect(api.verifyTotp({ code: '000000' })).rejects.toMatchObject({
      errors: [{ meta: { paramName: 'code' } }],
    })
    expect(clientele.user?.totpEnabled).toBe(false)
  })
})

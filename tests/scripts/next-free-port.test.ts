import { createServer, type Server } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { onNextFreePort } from '../../scripts/support/next-free-port.mjs'

const servers: Server[] = []

const listen = (port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      servers.push(server)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })

describe('onNextFreePort', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  it('takes the port that was asked for, and the next one while that is busy', async () => {
    const busy = await listen(0)
    const next = await onNextFreePort(busy, listen)
    expect(next).toBeGreaterThan(busy)
    expect(next).toBeLessThan(busy + 100)
  })

  it('passes on every other failure at once', async () => {
    const asked: number[] = []
    const refuse = async (port: number) => {
      asked.push(port)
      throw Object.assign(new Error('not allowed'), { code: 'EACCES' })
    }
    await expect(onNextFreePort(80, refuse)).rejects.toThrow('not allowed')
    expect(asked).toEqual([80])
  })
})

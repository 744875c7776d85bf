import { createTestClientele } from '@clientele/emulator/testing'
import { expect } from 'vitest'

const { clientele, emulator } = await createTestClientele({ state: 'signed-in' })
emulator.faults.add({ kind: 'status', path: '/v1/*', status: 503 }) // the service is down
await clientele.client?.reload().catch(() => {})
expect(clientele.isSignedIn).toBe(true) // and nobody is signed out by that

import { createEmulator } from '../dist/index.js'

// A process of its own: `node --expose-gc memory.mjs 1000` prints what an emulator with so many
// users takes.

const emulator = createEmulator()
const count = Number(process.argv[2])
for (let index = 0; index < count; index++)
  emulator.users.create({
    emailAddress: `user${index}@example.com`,
    firstName: 'Jane',
    lastName: 'Doe',
  })
await emulator.fetch('/v1/client')
globalThis.gc()
const { rss, heapUsed } = process.memoryUsage()
process.stdout.write(
  JSON.stringify({
    rss,
    heapUsed,
    users: emulator.users.get(`user${count - 1}@example.com`) ? count : 0,
  }),
)

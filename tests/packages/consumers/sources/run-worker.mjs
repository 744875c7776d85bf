// Runs worker.mjs in the workerd that is named, and prints what it saw.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { listen } from '@clientele/emulator/node'
import { build } from 'esbuild'

const [, , workerd] = process.argv
const define = { 'process.env.NODE_ENV': '"production"' }
const options = { bundle: true, format: 'esm', platform: 'browser', define }
await build({ ...options, entryPoints: ['worker.mjs'], outfile: 'built-worker.mjs' })

await writeFile(
  'worker.capnp',
  `using Workerd = import "/workerd/workerd.capnp";
  const worker :Workerd.Worker = (
    modules = [(name = "worker.mjs", esModule = embed "built-worker.mjs")],
    compatibilityDate = "2026-11-01",
    globalOutbound = "network",
  );
  const config :Workerd.Config = (
    services = [
      (name = "main", worker = .worker),
      (name = "network", network = (allow = ["private", "public"])),
    ],
    sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
  );`,
)
const emulator = await listen()
emulator.emulator.users.create({
  emailAddress: 'ada@example.com',
  password: 'correct horse battery',
})
const args = ['serve', 'worker.capnp', '--control-fd=3']
const child = spawn(workerd, args, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
try {
  const [said] = await Promise.race([
    once(createInterface(child.stdio[3]), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('workerd ended'))),
  ])
  const { port } = JSON.parse(said)
  const ask = async query => (await fetch(`http://127.0.0.1:${port}/${query}`)).json()
  const seen = { flow: await ask(''), native: await ask(`?key=${emulator.publishableKey}`) }
  process.stdout.write(JSON.stringify(seen))
} finally {
  child.kill()
  await emulator.close()
}

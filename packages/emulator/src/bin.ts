#!/usr/bin/env node
import { runCommand } from './node/cli/run-command.ts'

let asked = false
const exitCode = await runCommand(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  stopped: () =>
    new Promise(resolve => {
      const stop = () => {
        asked = true
        resolve()
      }
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    }),
})
// Whatever still waits is no reason to stay; who just ends has all written first.
if (asked || exitCode !== 0) process.exit(exitCode)

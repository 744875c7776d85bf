// Loaded into the server of an example: `/heap-used` says how many bytes it holds on to.
import { Server } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

/** What is freed by one round may have held more, as streams with finalizers do. */
const rounds = 20

const answer = async (/** @type {import('node:http').ServerResponse} */ response) => {
  for (let round = 0; round < rounds; round++) {
    collectGarbage()
    await setImmediate()
  }
  response.end(String(process.memoryUsage().heapUsed))
}

const { emit } = Server.prototype

/** @type {typeof emit} */
Server.prototype.emit = function (event, ...args) {
  const [request, response] = args
  if (event !== 'request' || request.url !== '/heap-used') return emit.call(this, event, ...args)
  void answer(response)
  return true
}

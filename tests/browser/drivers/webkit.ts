import { createServer } from 'node:http'
import { vi } from 'vitest'
import { findDisplay, findWebKitDriver } from '../../../scripts/support/find-other-browsers.mjs'
import { portOf, stop } from '../harness/static-server.ts'
import { callOf, type DrivenBrowser, type Tab } from './driven.ts'
import { startProgram } from './program.ts'

// WebKitGTK has a driver for WebDriver: https://w3c.github.io/webdriver/

/** Asks the driver. @throws an Error with what it says is wrong. */
type Ask = <Result = unknown>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: Readonly<Record<string, unknown>>,
) => Promise<Result>

const askAt =
  (url: string): Ask =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
    const { value } = await response.json()
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`)
    return value
  }

/** One that nobody listens on now: the driver does not say which it took. */
const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await stop(server)
  return port
}

/** Requests are for one tab at a time, and the driver has to be told for which. */
const createTab = (askDriver: Ask, handle: string): Tab => {
  const ask: Ask = async (method, path, body) => {
    await askDriver('POST', '/window', { handle })
    return askDriver(method, path, body)
  }
  return {
    open: async url => {
      await ask('POST', '/url', { url })
    },
    evaluate: async (run, ...args) => {
      const script = `return ${callOf(run, args)}`
      return JSON.parse(await ask<string>('POST', '/execute/sync', { script, args: [] }))
    },
    act: async source => {
      await ask('POST', '/actions', { actions: [source] })
    },
    close: async () => {
      await ask('DELETE', '/window')
    },
  }
}

const screen = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-displayfd', '1']

/** WebKitGTK’s own small browser, on a display that nobody sees. */
export const openWebKit = async (): Promise<DrivenBrowser> => {
  const path = await findWebKitDriver()
  const display = startProgram(await findDisplay(), screen)
  const DISPLAY = `:${await display.says(/^(\d+)\n/m)}`
  const port = await freePort()
  const driver = startProgram(path, [`--port=${port}`], { DISPLAY })
  const ask = askAt(`http://127.0.0.1:${port}`)
  await vi.waitFor(() => ask('GET', '/status'), { timeout: 20_000 })
  const { sessionId, capabilities } = await ask<{
    readonly sessionId: string
    readonly capabilities: { readonly browserVersion: string }
  }>('POST', '/session', { capabilities: {} })
  const askSession: Ask = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body)
  const home = await askSession<string>('GET', '/window')
  return {
    name: 'WebKitGTK',
    version: capabilities.browserVersion,
    newTab: async () => {
      // The last one may have been closed, and only one that is there opens others.
      await askSession('POST', '/window', { handle: home })
      // A window, since in a tab that another one hides no click is ever answered.
      const { handle } = await askSession<{ handle: string }>('POST', '/window/new', {
        type: 'window',
      })
      return createTab(askSession, handle)
    },
    close: async () => {
      await driver.stop()
      await display.stop()
    },
  }
}

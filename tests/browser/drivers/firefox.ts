import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { findFirefox } from '../../../scripts/support/find-other-browsers.mjs'
import { callOf, type DrivenBrowser, type Tab } from './driven.ts'
import { startProgram } from './program.ts'

// Firefox speaks WebDriver BiDi by itself: https://w3c.github.io/webdriver-bidi/

type Params = Readonly<Record<string, unknown>>

/** Asks the browser. @throws an Error with what it says is wrong. */
type Ask = <Result = unknown>(method: string, params: Params) => Promise<Result>

type Answer<Result> =
  | { readonly type: 'success'; readonly result: Result }
  | { readonly type: 'error'; readonly error: string; readonly message: string }

const connect = async (url: string): Promise<Ask> => {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, (text: string) => void>()
  socket.on('message', data => {
    const text = String(data)
    const { id }: { id: number } = JSON.parse(text)
    waiting.get(id)?.(text)
    waiting.delete(id)
  })
  let id = 0
  return async <Result>(method: string, params: Params) => {
    id += 1
    const answered = new Promise<string>(resolve => waiting.set(id, resolve))
    socket.send(JSON.stringify({ id, method, params }))
    const answer: Answer<Result> = JSON.parse(await answered)
    if (answer.type === 'error') throw new Error(`${method}: ${answer.error}: ${answer.message}`)
    return answer.result
  }
}

/** What a script gave, or the exception that it ended with. */
type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

const createTab = (ask: Ask, context: string): Tab => ({
  open: async url => {
    await ask('browsingContext.navigate', { context, url, wait: 'complete' })
  },
  evaluate: async (run, ...args) => {
    const evaluated = await ask<Evaluated>('script.evaluate', {
      expression: callOf(run, args),
      target: { context },
      awaitPromise: false,
    })
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text)
    return JSON.parse(evaluated.result.value)
  },
  act: async source => {
    await ask('input.performActions', { context, actions: [source] })
  },
  close: async () => {
    await ask('browsingContext.close', { context })
  },
})

/** A Firefox without a window, with a profile of its own. */
export const openFirefox = async (): Promise<DrivenBrowser> => {
  const path = await findFirefox()
  const profile = await mkdtemp(join(tmpdir(), 'clientele-firefox-'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const { says, stop } = startProgram(path, args)
  const ask = await connect(`${await says(/WebDriver BiDi listening on (ws:\S+)/)}/session`)
  const session = await ask<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  })
  return {
    name: 'Firefox',
    version: session.capabilities.browserVersion,
    newTab: async () => {
      const { context } = await ask<{ context: string }>('browsingContext.create', { type: 'tab' })
      return createTab(ask, context)
    },
    close: async () => {
      await stop()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

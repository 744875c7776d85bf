import type { Browser } from 'playwright-core'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { newProfile, openBrowser } from '../../browser/harness/browser.ts'
import { listenForComplaints } from '../../browser/harness/complaints.ts'
import type {} from '../../browser/harness/run.ts'
import type {} from '../../packages/support/pack.ts'
import { runsOn } from '../../runs-on.ts'
import { titleOf, versionsOf } from './about.ts'
import { measureHeap, render } from './heap.ts'
import { openStage, password, type Stage } from './stage.ts'
import { signUp, type Visitor, visit } from './visitor.ts'

/** A page is there after this many ms, whatever the Frontend API does. */
const patience = 1500

/** Bytes. A state alone takes more; less may be what compilers and caches need. */
const heldPerPage = 2000

/** A first look at the page takes what only a server that has just started has to do. */
const warmUp = async ({ proxied, direct }: Stage) => {
  await visit(proxied)
  await visit(direct)
}

/** The example of a framework, installed, built, served and opened. */
export const describeFramework = (example: string) =>
  describe(`examples/frameworks/${example}`, () => {
    let stage: Stage
    let browser: Browser
    let ada: Visitor
    let bob: Visitor

    beforeAll(async () => {
      browser = await openBrowser()
      stage = await openStage(example, inject('packed'))
      ada = await signUp(stage.emulator, 'Ada')
      bob = await signUp(stage.emulator, 'Bob')
      await warmUp(stage)
      return async () => {
        await stage.close()
        await browser.close()
      }
    })

    it.each([
      ['a visitor without cookies', () => '', () => 'Loading…'],
      ['a client that the server can read', () => ada.clientCookie, () => 'Signed in as Ada'],
      ['a session by its cookie', () => ada.sessionCookies, () => `Signed in as ${ada.userId}`],
      ['who has signed out', () => '__client_uat=0', () => 'Sign in'],
    ])('shows %s without JavaScript', async (_, cookie, expected) => {
      const { status, text, html, cacheControl } = await visit(stage.proxied, cookie())
      expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(expected()) })
      expect(cacheControl).toMatch(/private.*no-store/)
      for (const token of cookie().match(/eyJ[\w.-]+/g) ?? []) expect(html).not.toContain(token)
    })

    it('never mixes two people', async () => {
      const turns = Array.from({ length: 50 }, () => [ada, bob] as const).flat()
      const pages: Awaited<ReturnType<typeof visit>>[] = []
      for (let begun = 0; begun < turns.length; begun += 20) {
        const some = turns.slice(begun, begun + 20)
        pages.push(
          ...(await Promise.all(some.map(each => visit(stage.proxied, each.clientCookie)))),
        )
      }
      const seen = new Set(pages.map(({ text }) => /^Signed in as \w+|Loading…/.exec(text)?.[0]))
      // Twenty at a time may be more than is read within the deadline of each.
      seen.delete('Loading…')
      expect([...seen].sort()).toEqual(['Signed in as Ada', 'Signed in as Bob'])
      for (const [index, { html }] of pages.entries()) {
        const other = turns[index] === ada ? bob : ada
        expect(html).not.toContain(other.userId)
        expect(html).not.toContain(other.emailAddress)
      }
    })

    it.each([
      ['hangs', { kind: 'latency', ms: 60_000 }],
      ['is down', { kind: 'status', status: 503 }],
      ['refuses', { kind: 'status', status: 403 }],
      ['hangs up', { kind: 'drop', when: 'before-effect' }],
      ['answers with a page', { kind: 'html' }],
    ] as const)('stays up when the Frontend API %s', async (_, fault) => {
      const undo = stage.emulator.faults.add({ ...fault, path: '/v1/*' })
      const cookie = `${ada.clientCookie}; ${ada.sessionCookies}`
      const { status, text, took } = await visit(stage.proxied, cookie)
      undo()
      expect({ status, text }).toEqual({
        status: 200,
        text: expect.stringContaining(`Signed in as ${ada.userId}`),
      })
      expect(took).toBeLessThan(patience)
    })

    it.each(['no token', 'nonsense', 'another one’s signature'])(
      'its API refuses %s',
      async kind => {
        const [head, body] = ada.sessionCookies.match(/[\w-]+\.[\w-]+(?=\.)/)?.[0].split('.') ?? []
        const token =
          { 'no token': '', nonsense: 'x' }[kind] ?? `${head}.${body}.${'A'.repeat(342)}`
        const headers = { authorization: `Bearer ${token}` }
        const { status } = await fetch(`${stage.proxied.address}/api/me`, { headers })
        expect(status).toBe(401)
      },
    )

    it('holds on to no page that it has rendered', { timeout: 600_000 }, async () => {
      const cookies = [ada.clientCookie, bob.clientCookie]
      const measureAfter = async (count: number) => {
        await render(stage.proxied, cookies, count)
        return measureHeap(stage.proxied)
      }
      await measureAfter(500)
      const early = await measureAfter(500)
      const late = await measureAfter(4000)
      expect((late - early) / 4000).toBeLessThan(heldPerPage)
    })

    it('passes nothing on to the Frontend API but what is under its path', async () => {
      // Some answer every address with their page.
      const answer = await fetch(`${stage.proxied.address}/v1/environment`)
      expect(await answer.text()).not.toContain('auth_config')
    })

    it.each(['proxied', 'direct'] as const)('signs in and out in a browser, %s', async way => {
      const { url } = stage[way]
      const context = await newProfile(browser)
      const page = await context.newPage()
      const complaints = await listenForComplaints(page)
      const name = `${way}Visitor`
      const { userId } = await signUp(stage.emulator, name)
      await page.goto(url)
      await page.getByLabel('Email address').fill(`${name}@example.com`)
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.getByText(`Signed in as ${name}`).waitFor()

      const callApi = async () => {
        await page.getByRole('button', { name: 'Call the API' }).click()
        await expect.poll(() => page.getByRole('status').textContent()).toContain(userId)
      }
      await callApi()

      // Only now the server knows who is here.
      const [, response] = await Promise.all([page.reload(), page.waitForResponse(`${url}/`)])
      expect(await response.text()).toMatch(way === 'proxied' ? name : userId)
      await page.getByText(`Signed in as ${name}`).waitFor()
      await callApi()

      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('button', { name: 'Sign in' }).waitFor()
      await page.reload()
      await page.getByRole('button', { name: 'Sign in' }).waitFor()
      expect(complaints).toEqual([])
      runsOn('Rendering on a server', titleOf(example), versionsOf(example))
      await context.close()
    })
  })

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { runsOn } from '../runs-on.ts'

/** Shows a recipe in an element. @returns its end. */
type Show = (element: HTMLElement) => Promise<() => unknown>

const shows: Readonly<Record<string, Show>> = {
  svelte: async element => {
    const { mount, unmount } = await import('svelte')
    const { default: Account } = await import('./dist/svelte/Account.svelte')
    const account = mount(Account, { target: element })
    return () => unmount(account)
  },
  solid: async element => {
    const { render } = await import('solid-js/web')
    const { Account } = await import('./dist/solid/account.tsx')
    return render(() => Account(), element)
  },
  angular: async element => {
    const { Injector, runInInjectionContext } = await import('@angular/core')
    const { createWatch } = await import('@angular/core/primitives/signals')
    const { injectSnapshot } = await import('./dist/angular/inject-snapshot.ts')
    const injector = Injector.create({ providers: [] })
    const snapshot = runInInjectionContext(injector, injectSnapshot)
    // What a template does: reads the signal, and again when it says that it changed.
    const show = () => {
      const { user } = snapshot()
      if (user === undefined) element.textContent = 'Loading…'
      else element.textContent = user ? `Hello ${user.firstName}` : 'Signed out'
    }
    const watch = createWatch(show, changed => queueMicrotask(() => changed.run()), false)
    watch.notify()
    return () => {
      watch.destroy()
      injector.destroy()
    }
  },
  lit: async element => {
    await import('./dist/lit/account-element.ts')
    const account = document.createElement('account-element')
    element.append(account)
    return () => account.remove()
  },
  preact: async element => {
    const { createElement, render } = await import('preact')
    const { Account } = await import('./dist/preact/account.tsx')
    render(createElement(Account, null), element)
    return () => render(null, element)
  },
  'plain-dom': async element => {
    const { showAccount } = await import('./dist/plain-dom/show-account.ts')
    return showAccount(element)
  },
}

/** Whose version is told, by the name of the recipe. */
const frameworks: Readonly<Record<string, readonly [name: string, packageName: string]>> = {
  svelte: ['Svelte', 'svelte'],
  solid: ['Solid', 'solid-js'],
  angular: ['Angular', '@angular/core'],
  lit: ['Lit', 'lit'],
  preact: ['Preact', 'preact'],
}
const manifest = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8'))

beforeEach(() => vi.resetModules())

const textOf = (element: HTMLElement) =>
  (element.firstElementChild?.shadowRoot ?? element).textContent

/** Every page with code that names a file. */
const recipes = readdirSync(join(import.meta.dirname, 'dist'))

// Angular takes seconds to be loaded: it is left to the matrix.
describe.each(recipes)('the recipe for %s', recipe => {
  const set = recipe === 'angular' ? { tags: ['matrix'], timeout: 120_000 } : {}
  it('follows who is here, also what another tab does, and ends', set, async () => {
    const { app, openTab, countListeners } = await import('./store.ts')
    const element = document.createElement('div')
    document.body.append(element)
    const end = await shows[recipe]?.(element)
    const shown = (text: string) => expect.poll(() => textOf(element)).toContain(text)
    await shown('Loading…')
    await app.clientele.load()
    await shown('Signed out')
    await app.signIn('Ada')
    await app.signIn('Bob')
    await app.clientele.setActive({ session: app.client().sessions[0] ?? null })
    await shown('Hello Ada')
    const tab = await openTab()
    const [, second] = tab.client?.sessions ?? []
    await tab.setActive({ session: second ?? null })
    await shown('Hello Bob')
    tab.dispose()
    expect(countListeners()).toBeGreaterThan(0)
    await end?.()
    await expect.poll(countListeners).toBe(0)
    element.remove()
    const [name, packageName = ''] = frameworks[recipe] ?? []
    if (name) runsOn('Frameworks', name, manifest.devDependencies[packageName])
  })
})

it('none is left out', () => {
  expect(recipes.sort()).toEqual(Object.keys(shows).sort())
})

import type { Page } from '@clientele/example-shared'
import { type InjectionKey, inject } from 'vue'

export const pageKey: InjectionKey<Page> = Symbol('page')

/** What every part of the page works with; it stays the same. */
export const usePage = (): Page => {
  const page = inject(pageKey, null)
  if (!page)
    throw new TypeError('No page was found: app.provide(pageKey, page), and call this in setup()')
  return page
}

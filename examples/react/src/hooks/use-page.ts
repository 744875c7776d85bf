import type { Page } from '@clientele/example-shared'
import { createContext, useContext } from 'react'

export const PageContext = createContext<Page | null>(null)

/** What every part of the page works with; it stays the same. */
export const usePage = (): Page => {
  const page = useContext(PageContext)
  if (!page)
    throw new TypeError('No page was found: render <PageContext value={page}> above this component')
  return page
}

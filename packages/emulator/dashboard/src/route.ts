import { useEffect, useState } from 'preact/hooks'

export const pages = {
  activity: 'Activity',
  users: 'Users',
  organizations: 'Organizations',
  faults: 'Clock and faults',
  settings: 'Settings',
  webhooks: 'Webhooks',
  data: 'Data and keys',
} as const

export type PageName = keyof typeof pages

/** What is shown, as the address says it: `#users/user_1?query=ada`. */
export interface Route {
  readonly page: PageName
  /** The one that is selected; empty for none. */
  readonly id: string
  readonly params: Readonly<Record<string, string>>
}

/** An id as the address says it. What is no text of an address is nobody's id. */
const readId = (text: string): string => {
  try {
    const id = decodeURIComponent(text)
    // In the path of a request these two would be another path.
    return id === '.' || id === '..' ? '' : id
  } catch {
    return ''
  }
}

const isPage = (name: string): name is PageName => Object.hasOwn(pages, name)

export const readRoute = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?')
  const [page = '', id = ''] = path.split('/')
  return {
    page: isPage(page) ? page : 'activity',
    id: readId(id),
    params: Object.fromEntries(new URLSearchParams(query)),
  }
}

export const toHash = (
  page: PageName,
  id = '',
  params: Readonly<Record<string, string | undefined>> = {},
): string => {
  const given = Object.entries(params).flatMap(([name, value]) => (value ? [[name, value]] : []))
  const query = new URLSearchParams(given).toString()
  return `#${page}${id && `/${encodeURIComponent(id)}`}${query && `?${query}`}`
}

/** Where one is, and what changes its filters: a reload finds the same again. */
export const useRoute = () => {
  const [route, setRoute] = useState(() => readRoute(location.hash))
  useEffect(() => {
    const follow = () => setRoute(readRoute(location.hash))
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  const filter = (change: Readonly<Record<string, string | undefined>>) => {
    const { page, id, params } = readRoute(location.hash)
    // No entry in the history for each letter.
    location.replace(toHash(page, id, { ...params, ...change }))
  }
  return { ...route, filter }
}

export const goTo = (page: PageName, id = ''): void => {
  location.hash = toHash(page, id)
}

import type { Emulator } from '@clientele/emulator'

const domainOf = (line: string): string | undefined => /; Domain=([^;]+)/.exec(line)?.[1]

/**
 * A browser that follows redirects between an application and the emulator. Cookies of the
 * application's host are kept here, those of the emulator by its agent.
 */
export const createVisitor = (emulator: Emulator, ask: typeof fetch) => {
  const agent = emulator.agent()
  const cookies = new Map<string, string>()
  const take = (url: URL, page: URL, lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      const domain = domainOf(line)
      const reaches = url.hostname === page.hostname || (domain && page.hostname.endsWith(domain))
      if (!reaches) continue
      if (value === '' || line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
  }
  /**
   * Opens a page as a person does.
   *
   * @returns the last answer and how often the browser was sent to the emulator.
   * @throws Error when it is sent round in circles.
   */
  const open = async (page: string) => {
    const home = new URL(page)
    let url = home
    let handshakes = 0
    for (let hop = 0; hop < 8; hop += 1) {
      const isPage = url.host === home.host
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const headers = { 'sec-fetch-dest': 'document', accept: 'text/html', cookie }
      const response = isPage
        ? await ask(url.href, { headers, redirect: 'manual' })
        : await agent.fetch(url.href, { redirect: 'manual' })
      take(url, home, response.headers.getSetCookie())
      if (!isPage) handshakes += 1
      const location = response.headers.get('location')
      if (location === null) return { response, url, handshakes }
      url = new URL(location, url)
    }
    throw new Error(`${page} leads round in circles`)
  }
  return { agent, cookies, open }
}

const parse = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null)

/** Whether a text is an address that can be fetched. */
export const isHttpUrl = (text: string): boolean => /^https?:$/.test(parse(text)?.protocol ?? '')

/** Whether an address is at this machine, by its name. */
export const isLoopbackUrl = (text: string): boolean =>
  /^(127(\.\d+){3}|\[::1\]|(.+\.)?localhost)$/.test(parse(text)?.hostname ?? '')

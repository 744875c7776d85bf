import type { HandledResponse } from '../handled-response.ts'

/** An answer whose body is another text. */
export const withBody = async (
  { response, setCookies }: HandledResponse,
  change: (text: string) => string,
): Promise<HandledResponse> => {
  const text = change(await response.text())
  const { status, headers } = response
  return { response: new Response(text === '' ? null : text, { status, headers }), setCookies }
}

/** An answer that says it was sent this much later. */
export const withDate = (
  { response, setCookies }: HandledResponse,
  ms: number,
): HandledResponse => {
  const headers = new Headers(response.headers)
  const sent = Date.parse(headers.get('date') ?? '')
  if (!Number.isNaN(sent)) headers.set('Date', new Date(sent + ms).toUTCString())
  return { response: new Response(response.body, { status: response.status, headers }), setCookies }
}

/** The part of Playwright's `Page` that is used: requests that share the cookies of the browser. */
export interface PageLike {
  /** What sends requests with the page's cookies; `page.request` of Playwright fits. */
  readonly request: {
    post(
      url: string,
      options: { readonly data?: unknown; readonly form?: Readonly<Record<string, string>> },
    ): Promise<{ status(): number; json(): Promise<unknown>; text(): Promise<string> }>
  }
}

/** Who is signed in, and where. */
export interface SignInAsOptions {
  /** Address of the emulator: `http://127.0.0.1:4700`. */
  readonly url: string
  /** The user's id, as `emulator.users.create()` or `POST /__emulator/users` gave it. */
  readonly userId: string
}

const hasTicket = (body: unknown): body is { readonly ticket: string } =>
  typeof body === 'object' && body !== null && 'ticket' in body && typeof body.ticket === 'string'

/**
 * Signs a user in for a Playwright page, without forms and without a password: the browser gets the
 * cookie of the client, and the next page load finds a session. For emulators that use cookies, as
 * those at an address of this machine do.
 *
 * @throws Error with the emulator's answer when it refuses.
 * @example
 * await signInAs(page, { url: emulator.url, userId: user.id })
 * await page.goto('/')
 */
export const signInAs = async (
  { request }: PageLike,
  { url, userId }: SignInAsOptions,
): Promise<void> => {
  const made = await request.post(`${url}/__emulator/tickets`, { data: { userId } })
  const body = made.status() < 300 ? await made.json() : undefined
  if (!hasTicket(body))
    throw new Error(`The emulator makes no ticket for ${userId}: ${await made.text()}`)
  const form = { strategy: 'ticket', ticket: body.ticket }
  const answer = await request.post(`${url}/v1/client/sign_ins`, { form })
  if (answer.status() >= 300)
    throw new Error(`The emulator refused to sign in ${userId}: ${await answer.text()}`)
}

import { openApp } from '@clientele/conformance'
import { ClienteleError } from '@clientele/core'
import { Clerk, type EmailLinkFlow } from '@clientele/core/clerk'
import {
  AuthenticateWithRedirectCallback,
  ClerkLoading,
  ClerkProvider,
  RedirectToSignIn,
  RedirectToTasks,
  SignedOut,
  SignInButton,
  SignOutButton,
  SignUpButton,
  useClerk,
  useEmailLink,
  useOrganization,
  useOrganizationList,
  useReverification,
  useSignIn,
} from '@clientele/react/clerk'
import { useSignIn as useLegacySignIn } from '@clientele/react/clerk-legacy'
import { type ReactNode, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { acting, openScreen } from './support/screen.tsx'

const ada = {
  emailAddress: 'ada+clerk_test@example.com',
  password: 'correct horse battery staple',
  firstName: 'Ada',
}

/** An emulator and a `Clerk` of a browser that talks to it, whose requests wait for `held`. */
const open = (held?: Promise<void>) => {
  const { emulator } = openApp()
  const { fetch } = emulator.agent()
  const { id: userId } = emulator.users.create(ada)
  const visited: string[] = []
  const clerk = new Clerk(emulator.publishableKey, {
    fetch: async (...request) => {
      await held
      return await fetch(...request)
    },
    modules: [],
    navigate: url => void visited.push(url),
  })
  const signIn = async () => {
    await clerk.load()
    const attempt = await clerk.client?.signIn.create({
      identifier: ada.emailAddress,
      password: ada.password,
    })
    await clerk.setActive({ session: attempt?.createdSessionId })
  }
  return { emulator, userId, clerk, visited, signIn }
}

const show = (clerk: Clerk, screen: ReactNode) =>
  openScreen(<ClerkProvider Clerk={clerk}>{screen}</ClerkProvider>)

/** A component that shows what a hook gives. */
const Using = <Value,>({ hook, seen }: { hook: () => Value; seen: Value[] }) => {
  seen.push(hook())
  return null
}

describe('useSignIn', () => {
  it('of the modern generation works before the client is known, and never rejects', async () => {
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    const { clerk } = open(held)
    const seen: ReturnType<typeof useSignIn>[] = []
    await show(clerk, <Using hook={useSignIn} seen={seen} />)
    const { signIn } = seen[0] ?? missing()
    let given: ReturnType<typeof signIn.password> | undefined
    await acting(() => {
      given = signIn.password({ ...ada, password: 'not the password' })
    })
    expect(seen.at(-1)?.fetchStatus).toBe('fetching')
    await acting(async () => {
      letGo()
      expect((await given)?.error).toMatchObject({ code: 'form_password_incorrect' })
    })
    expect(seen.at(-1)?.fetchStatus).toBe('idle')
    expect(seen.at(-1)?.errors.fields.password).toMatchObject({ code: 'form_password_incorrect' })
    expect(seen.at(-1)?.signIn).toBe(signIn)
  })

  it('of the generation before waits with undefined, and rejects', async () => {
    const { clerk } = open()
    const seen: ReturnType<typeof useLegacySignIn>[] = []
    await show(clerk, <Using hook={useLegacySignIn} seen={seen} />)
    expect(seen[0]).toEqual({ isLoaded: false, signIn: undefined, setActive: undefined })
    await acting(() => clerk.load())
    const { signIn } = seen.at(-1) ?? {}
    await expect(signIn?.create({ ...ada, password: 'wrong' })).rejects.toBeInstanceOf(
      ClienteleError,
    )
  })
})

const missing = (): never => {
  throw new Error('The hook has not run')
}

it('useOrganizationList reads what is asked for, page by page', async () => {
  const { clerk, signIn, emulator, userId } = open()
  for (const name of ['Acme', 'Looms', 'Mills'])
    emulator.organizations.create({ name, members: [{ userId }] })
  await signIn()
  const seen: ReturnType<typeof useOrganizationList>[] = []
  await show(
    clerk,
    <Using
      hook={() => useOrganizationList({ userMemberships: { pageSize: 2, infinite: true } })}
      seen={seen}
    />,
  )
  await vi.waitFor(() => expect(seen.at(-1)?.userMemberships.data).toHaveLength(2))
  expect(seen.at(-1)).toMatchObject({
    userMemberships: { count: 3, hasNextPage: true, isLoading: false },
    userInvitations: { data: [], isLoading: false },
  })
  await acting(() => seen.at(-1)?.userMemberships.fetchNext())
  await vi.waitFor(() => expect(seen.at(-1)?.userMemberships.data).toHaveLength(3))
  expect(seen.at(-1)?.userMemberships.hasNextPage).toBe(false)
})

describe('useReverification', () => {
  const required = new ClienteleError('session_reverification_required', 'Prove it', {
    errors: [{ code: 'session_reverification_required', message: 'Prove it' }],
  })

  it.each([
    ['complete', 'done'],
    ['cancel', 'reverification_cancelled'],
  ] as const)('asks, and after %s() ends with %s', async (choice, ends) => {
    const { clerk } = open()
    const action = vi.fn().mockRejectedValueOnce(required).mockResolvedValue('done')
    const seen: (() => Promise<unknown>)[] = []
    await show(
      clerk,
      <Using
        hook={() => useReverification(action, { onNeedsReverification: needs => needs[choice]() })}
        seen={seen}
      />,
    )
    const ended = await seen[0]?.().catch(({ code }: ClienteleError) => code)
    expect(ended).toBe(ends)
    expect(action).toHaveBeenCalledTimes(choice === 'complete' ? 2 : 1)
  })

  it('takes the wish of an own server too', async () => {
    const { clerk } = open()
    const hint = { clerk_error: { type: 'forbidden', reason: 'reverification-error' } }
    const action = vi.fn().mockResolvedValueOnce(hint).mockResolvedValue('done')
    const seen: (() => Promise<unknown>)[] = []
    await show(
      clerk,
      <Using
        hook={() =>
          useReverification(action, { onNeedsReverification: ({ complete }) => complete() })
        }
        seen={seen}
      />,
    )
    expect(await seen[0]?.()).toBe('done')
  })
})

describe('ClerkProvider', () => {
  it('makes one Clerk, keeps it in strict mode, and disposes of it when it has left', async () => {
    const { emulator } = openApp()
    const seen: Clerk[] = []
    const screen = await openScreen(
      <StrictMode>
        <ClerkProvider publishableKey={emulator.publishableKey} fetch={emulator.fetch} modules={[]}>
          <Using hook={useClerk} seen={seen} />
        </ClerkProvider>
      </StrictMode>,
    )
    const clerk = seen.at(-1) ?? missing()
    await vi.waitFor(() => expect(clerk.status).toBe('ready'))
    await screen.close()
    await vi.waitFor(() =>
      expect(clerk.clientele.load()).rejects.toMatchObject({ code: 'disposed' }),
    )
  })

  it('sends nothing while a server renders, and shows that it is not known', () => {
    const fetch = vi.fn()
    const { publishableKey } = openApp().emulator
    const text = renderToString(
      <ClerkProvider publishableKey={publishableKey} fetch={fetch}>
        <ClerkLoading>One moment</ClerkLoading>
        <SignedOut>Sign in</SignedOut>
      </ClerkProvider>,
    )
    expect(text).toBe('One moment')
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is named where it is missing', () => {
    expect(() => renderToString(<Using hook={useClerk} seen={[]} />)).toThrow('<ClerkProvider>')
  })
})

describe('buttons', () => {
  const press = async (clerk: Clerk, button: ReactNode) => {
    await clerk.load({
      signInUrl: 'https://app.example.com/sign-in',
      signUpUrl: 'https://app.example.com/sign-up',
    })
    const screen = await show(clerk, button)
    const element = screen.element.querySelector('button') ?? missing()
    await acting(() => element.click())
    return element
  }

  it.each([
    ['SignInButton', <SignInButton key="1" forceRedirectUrl="/app" />, 'Sign in', 'sign_in_force'],
    [
      'SignUpButton',
      <SignUpButton key="2" fallbackRedirectUrl="/app" />,
      'Sign up',
      'sign_up_fall',
    ],
  ])('%s leads to its page, by the port', async (_, button, text, name) => {
    const { clerk, visited } = open()
    const element = await press(clerk, button)
    expect(element.textContent).toBe(text)
    await vi.waitFor(() => expect(visited).toHaveLength(1))
    expect(visited[0]).toMatch(`https://app.example.com/${text.toLowerCase().replace(' ', '-')}`)
    expect(visited[0]).toContain(name)
  })

  it('are the element that is given, after what it does itself', async () => {
    const { clerk, visited } = open()
    const onClick = vi.fn(() => expect(visited).toEqual([]))
    const button = (
      <SignInButton>
        <button type="button" className="mine" onClick={onClick}>
          Enter
        </button>
      </SignInButton>
    )
    const element = await press(clerk, button)
    expect([element.className, element.textContent]).toEqual(['mine', 'Enter'])
    await vi.waitFor(() => expect(visited).toHaveLength(1))
    expect(onClick).toHaveBeenCalledOnce()
  })

  it('SignOutButton signs out and goes on', async () => {
    const { clerk, signIn, visited } = open()
    await signIn()
    await press(
      clerk,
      <SignOutButton redirectUrl="https://app.example.com/bye">Leave</SignOutButton>,
    )
    await vi.waitFor(() => expect(visited).toEqual(['https://app.example.com/bye']))
    expect(clerk.isSignedIn).toBe(false)
  })

  it('refuse a dialog, which is not there', () => {
    const { clerk } = open()
    const mode = 'modal' as 'redirect' // as: what no type lets through
    const render = () =>
      renderToString(
        <ClerkProvider Clerk={clerk}>
          <SignInButton mode={mode} />
        </ClerkProvider>,
      )
    expect(render).toThrow('<SignInButton mode="modal"> has no dialog')
  })
})

it('useEmailLink waits for a link, and no longer when the component leaves', async () => {
  const { clerk } = open()
  await clerk.load()
  const signUp = clerk.client?.signUp ?? missing()
  await signUp.create({ emailAddress: 'grace@example.com', password: ada.password })
  const seen: EmailLinkFlow<{ redirectUrl: string }, unknown>[] = []
  const screen = await show(clerk, <Using hook={() => useEmailLink(signUp)} seen={seen} />)
  const ended = seen[0]
    ?.startEmailLinkFlow({ redirectUrl: 'https://app.example.com/verified' })
    .catch(({ name }: Error) => name)
  await screen.close()
  expect(await ended).toBe('AbortError')
})

describe('a wish that is not known', () => {
  it.each([
    ['useOrganization', () => useOrganization({ memberships: true } as never), 'no memberships'],
    [
      'useOrganizationList',
      () => useOrganizationList({ memberships: true } as object),
      'does not know "memberships"',
    ],
    [
      'a list of useOrganizationList',
      () => useOrganizationList({ userMemberships: { page: 2 } as object }),
      'does not know "page"',
    ],
  ])('of %s is refused by name', (_, hook, says) => {
    const { clerk } = open()
    const render = () =>
      renderToString(
        <ClerkProvider Clerk={clerk}>
          <Using<unknown> hook={hook} seen={[]} />
        </ClerkProvider>,
      )
    expect(render).toThrow(TypeError)
    expect(render).toThrow(says)
  })
})

it('RedirectToTasks goes to the page of the task that is left', async () => {
  const { clerk, signIn, emulator, visited } = open()
  await signIn()
  emulator.sessions.assignTasks(`${clerk.session?.id}`, ['setup-mfa'])
  await clerk.client?.reload()
  await clerk.load({ taskUrls: { 'setup-mfa': 'https://app.example.com/mfa' } })
  await show(clerk, <RedirectToTasks />)
  await vi.waitFor(() => expect(visited).toHaveLength(1))
  expect(visited[0]).toContain('https://app.example.com/mfa')
})

describe('components that lead elsewhere', () => {
  it.each([
    ['RedirectToSignIn', <RedirectToSignIn key="1" />, '/sign-in'],
    ['AuthenticateWithRedirectCallback', <AuthenticateWithRedirectCallback key="2" />, 'sign-in'],
  ])('%s goes once', async (_, element, path) => {
    const { clerk, visited } = open()
    await clerk.load({ signInUrl: 'https://app.example.com/sign-in' })
    await show(clerk, <StrictMode>{element}</StrictMode>)
    await vi.waitFor(() => expect(visited).toHaveLength(1))
    expect(visited[0]).toContain(path)
  })
})

// @vitest-environment happy-dom
import { Clerk } from '@clerk/clerk-js/no-rhc'
import { createEmulator, type Emulator } from '@clientele/emulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const people = ['jane', 'joe', 'ann'] as const
type Person = (typeof people)[number]
const password = 'correct horse'
const emailOf = (person: Person) => `${person}@example.com`

const emulatorWithPeople = (): Emulator => {
  const emulator = createEmulator({ pathPrefix: '/__clerk' })
  for (const person of ['jane', 'joe'] as const)
    emulator.users.create({ emailAddress: emailOf(person), password })
  return emulator
}

let emulator = emulatorWithPeople()
const waiting = new Set<ReturnType<typeof setTimeout>>()

// Each person's SDK asks by a proxy of its own, and so each has cookies of its own.
beforeEach(() => {
  emulator = emulatorWithPeople()
  const agents = new Map(
    people.map(person => [`${person}.test`, emulator.agent({ origin: `https://${person}.test` })]),
  )
  // the SDK looks at it also when a test is over: it stays
  Reflect.set(globalThis, 'isSecureContext', false)
  vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) => {
    const agent = agents.get(new URL(input).host)
    if (!agent) throw new TypeError(`Nobody asks ${String(input)}.`)
    return agent.fetch(input, init)
  })
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const begin = globalThis.setTimeout
  vi.stubGlobal('setTimeout', (...params: Parameters<typeof begin>) => {
    const timer = begin(...params)
    waiting.add(timer)
    return timer
  })
})

afterEach(() => {
  // The SDK waits for its locks also when a test is over, and the window of this file goes then.
  for (const timer of waiting) clearTimeout(timer)
  waiting.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/**
 * The published SDK, loaded in the browser of a person. What it makes asks by the one that was
 * loaded last: the page of one person at a time.
 */
const open = async (person: Person): Promise<Clerk> => {
  const proxyUrl = `https://${person}.test/__clerk`
  const clerk = new Clerk(emulator.publishableKey, { proxyUrl })
  await clerk.load({ telemetry: false })
  return clerk
}

const signIn = async (person: Person): Promise<Clerk> => {
  const clerk = await open(person)
  const attempt = await clerk.client?.signIn.create({ identifier: emailOf(person), password })
  await clerk.setActive({ session: attempt?.createdSessionId ?? null })
  expect(clerk.user?.primaryEmailAddress?.emailAddress).toBe(emailOf(person))
  return clerk
}

/** The organization that a person is a member of, as a page shows it that is opened now. */
const organizationOf = async (person: Person) => {
  const clerk = await open(person)
  const organization = clerk.user?.organizationMemberships[0]?.organization
  if (!organization) throw new TypeError(`${person} is a member of nothing.`)
  return { clerk, organization }
}

const ticketOf = async (person: Person): Promise<string> => {
  const { link } = emulator.inbox.latest({ to: emailOf(person) }) ?? {}
  const response = await emulator.fetch(link ?? '', { redirect: 'manual' })
  return new URL(response.headers.get('location') ?? '').searchParams.get('__clerk_ticket') ?? ''
}

test('an organization is made, somebody is invited, joins, switches and leaves', async () => {
  const jane = await signIn('jane')
  const acme = await jane.createOrganization({ name: 'Acme' })
  await jane.setActive({ organization: acme.id })
  expect(jane.organization?.name).toBe('Acme')
  await acme.inviteMember({ emailAddress: emailOf('joe'), role: 'org:member' })
  expect((await acme.getInvitations({ status: ['pending'] })).total_count).toBe(1)

  const joe = await signIn('joe')
  const offers = await joe.user?.getOrganizationInvitations({ status: 'pending' })
  await offers?.data[0]?.accept()
  await joe.user?.reload()
  expect(joe.user?.organizationMemberships.map(({ role }) => role)).toEqual(['org:member'])
  await joe.setActive({ organization: acme.id })
  expect(joe.session?.lastActiveOrganizationId).toBe(acme.id)
  await expect(joe.organization?.update({ name: 'Joe’s' })).rejects.toMatchObject({
    errors: [{ code: 'missing_organization_permission' }],
  })
  await joe.setActive({ organization: null })
  expect(joe.organization).toBeNull()

  const { data } = await acme.getMemberships({ query: 'joe' })
  expect(data.map(({ publicUserData }) => publicUserData?.identifier)).toEqual([emailOf('joe')])
  await joe.user?.leaveOrganization(acme.id)
  const { clerk, organization } = await organizationOf('jane')
  expect((await organization.getMemberships()).total_count).toBe(1)
  await expect(clerk.user?.leaveOrganization(acme.id)).rejects.toMatchObject({
    errors: [{ code: 'organization_minimum_permissions_needed' }],
  })
  await organization.destroy()
  expect(emulator.organizations.list()).toEqual([])
})

test('whoever is invited signs up or in by the ticket of the message', async () => {
  const jane = await signIn('jane')
  const acme = await jane.createOrganization({ name: 'Acme' })
  const emailAddresses = [emailOf('joe'), emailOf('ann')]
  await acme.inviteMembers({ emailAddresses, role: 'org:member' })

  const joe = await open('joe')
  const ticket = await ticketOf('joe')
  const attempt = await joe.client?.signIn.create({ strategy: 'ticket', ticket })
  expect(attempt?.status).toBe('complete')

  const ann = await open('ann')
  const signUp = await ann.client?.signUp.create({
    strategy: 'ticket',
    ticket: await ticketOf('ann'),
    password,
  })
  await ann.setActive({ session: signUp?.createdSessionId ?? null })
  expect(ann.user?.organizationMemberships.map(({ organization }) => organization.name)).toEqual([
    'Acme',
  ])
  const { organization } = await organizationOf('jane')
  expect((await organization.getMemberships()).total_count).toBe(3)
})

test('owners of addresses at a verified domain are suggested it, and ask to join', async () => {
  const jane = await signIn('jane')
  const acme = await jane.createOrganization({ name: 'Acme' })
  const domain = await acme.createDomain('example.com')
  await domain.prepareAffiliationVerification({ affiliationEmailAddress: 'jane@example.com' })
  const { code } = emulator.inbox.latest({ to: 'jane@example.com' }) ?? {}
  await domain.attemptAffiliationVerification({ code: code ?? '' })
  await domain.updateEnrollmentMode({ enrollmentMode: 'automatic_suggestion' })

  const joe = await signIn('joe')
  const suggestions = await joe.user?.getOrganizationSuggestions()
  await suggestions?.data[0]?.accept()
  const { organization } = await organizationOf('jane')
  const requests = await organization.getMembershipRequests({ status: 'pending' })
  await requests.data[0]?.accept()
  expect((await organization.getMemberships()).total_count).toBe(2)
  const roles = await organization.getRoles()
  expect(roles.data.map(({ key }) => key)).toEqual(['org:admin', 'org:member'])
  expect((await organization.getDomains()).data[0]?.totalPendingSuggestions).toBe(0)
})

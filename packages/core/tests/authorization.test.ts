import {
  type AuthorizationParams,
  type Claims,
  checkAuthorization,
  parseClaims,
} from '@clientele/core/authorization'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jwtOf } from './support/wire.ts'

type Asked = Parameters<typeof checkAuthorization>

const membership = (over: object = {}) => ({
  id: 'orgmem_1',
  role: 'org:admin',
  permissions: ['org:invoices:read', 'reports:write'],
  organization: { id: 'org_1', name: 'One', slug: null },
  ...over,
})

const session = (over: object = {}) =>
  ({
    id: 'sess_1',
    status: 'active',
    lastActiveOrganizationId: 'org_1',
    factorVerificationAge: [5, 20],
    user: { organizationMemberships: [membership()] },
    ...over,
  }) as unknown as NonNullable<Asked[0]> // as: the parts of a session that are read

const claims = {
  sid: 'sess_1',
  o: { id: 'org_1' },
  fea: 'o:dash,u:chat,uo:files',
  pla: 'u:free,o:pro',
}

// as: what plain JavaScript may hand in
const check = (params: unknown, over: object = {}, own: unknown = claims) =>
  checkAuthorization(session(over), params as AuthorizationParams, own as Claims)

describe('roles and permissions', () => {
  it.each([
    [{ role: 'org:admin' }, true],
    [{ role: 'admin' }, true],
    [{ role: 'member' }, false],
    [{ role: 'org:org:admin' }, false],
    [{ permission: 'invoices:read' }, true],
    [{ permission: 'org:reports:write' }, true],
    [{ permission: 'reports:read' }, false],
    [{ role: 'admin', permission: 'reports:write' }, true],
    [{ role: 'admin', permission: 'reports:read' }, false],
    [{ role: 'member', permission: 'reports:write' }, false],
  ])('%o is %s', (params, expected) => expect(check(params)).toBe(expected))

  it.each<[string, object]>([
    ['no organization', { lastActiveOrganizationId: null }],
    ['an organization without a membership', { lastActiveOrganizationId: 'org_2' }],
    ['no user', { user: null }],
    ['no list of memberships', { user: {} }],
    ['a role that is no text', { user: { organizationMemberships: [membership({ role: 1 })] } }],
    ['an empty role', { user: { organizationMemberships: [membership({ role: '' })] } }],
    [
      'permissions that are a text',
      { user: { organizationMemberships: [membership({ permissions: 'org:admin' })] } },
    ],
    [
      'one permission that is no text',
      { user: { organizationMemberships: [membership({ permissions: ['a', 1] })] } },
    ],
    [
      'two memberships in one organization',
      { user: { organizationMemberships: [membership(), membership()] } },
    ],
    ['a broken membership beside it', { user: { organizationMemberships: [membership(), null] } }],
  ])('with %s nothing is allowed', (_, over) => {
    expect(check({ role: 'admin' }, over)).toBe(false)
    expect(check({ permission: 'invoices:read' }, over)).toBe(false)
  })
})

describe('features and plans', () => {
  it.each([
    [{ feature: 'dash' }, true],
    [{ feature: 'org:dash' }, true],
    [{ feature: 'user:dash' }, false],
    [{ feature: 'u:chat' }, true],
    [{ feature: 'o:chat' }, false],
    [{ feature: 'org:files' }, true],
    [{ feature: 'user:files' }, true],
    [{ feature: 'team:dash' }, false],
    [{ feature: 'org:user:dash' }, false],
    [{ feature: ':dash' }, false],
    [{ feature: 'org:' }, false],
    [{ feature: 'constructor:dash' }, false],
    [{ plan: 'pro' }, true],
    [{ plan: 'user:pro' }, false],
    [{ plan: 'user:free' }, true],
    [{ plan: 'dash' }, false],
  ])('%o is %s', (params, expected) => expect(check(params)).toBe(expected))

  it.each([
    ['no claims', null],
    ['claims of another session', { ...claims, sid: 'sess_2' }],
    ['claims of no session', { ...claims, sid: undefined }],
    ['lists that are no text', { ...claims, fea: ['o:dash'], pla: 1 }],
    ['scopes nobody knows', { ...claims, fea: 'x:dash,xo:dash,dash,:dash', pla: 'x:pro' }],
    ['entries of too many parts', { ...claims, fea: 'o:dash:more', pla: 'o:pro:more' }],
    ['text instead of claims', 'o:dash'],
  ])('with %s there is none', (_, own) => {
    expect(check({ feature: 'dash' }, {}, own)).toBe(false)
    expect(check({ plan: 'pro' }, {}, own)).toBe(false)
  })

  it('without claims there is none', () => {
    expect(checkAuthorization(session(), { feature: 'dash' })).toBe(false)
    expect(checkAuthorization(session(), { plan: 'pro' })).toBe(false)
  })

  it('of an organization need a token of the session’s organization', () => {
    for (const o of [{ id: 'org_2' }, {}, null]) {
      expect(check({ feature: 'dash' }, {}, { ...claims, o })).toBe(false)
      expect(check({ feature: 'org:files' }, {}, { ...claims, o })).toBe(false)
      expect(check({ feature: 'chat' }, {}, { ...claims, o })).toBe(true)
    }
    expect(check({ feature: 'dash' }, {}, { ...claims, o: undefined, org_id: 'org_1' })).toBe(true)
    expect(check({ feature: 'dash' }, { lastActiveOrganizationId: null })).toBe(false)
  })

  it('are read from a token as it is', () => {
    const token = jwtOf('sess_1', 0, { o: { id: 'org_1' }, fea: 'o:dash' })
    expect(check({ feature: 'org:dash' }, {}, parseClaims(token))).toBe(true)
    for (const text of [null, undefined, '', 'junk', 'a.b.c', `a.${btoa('1')}.c`])
      expect(parseClaims(text)).toBeUndefined()
  })
})

describe('reverification', () => {
  const is = (reverification: unknown, factorVerificationAge: unknown) =>
    check({ reverification }, { factorVerificationAge })
  const config = (level: string, afterMinutes: unknown = 10) => ({ level, afterMinutes })

  it.each([
    ['first_factor', [9, 99], true],
    ['first_factor', [10, 0], false],
    ['first_factor', [-1, 0], false],
    ['second_factor', [99, 9], true],
    ['second_factor', [0, 10], false],
    ['second_factor', [9, -1], true],
    ['second_factor', [10, -1], false],
    ['second_factor', [-1, 9], true],
    ['multi_factor', [9, 9], true],
    ['multi_factor', [10, 9], false],
    ['multi_factor', [9, 10], false],
    ['multi_factor', [9, -1], true],
    ['multi_factor', [10, -1], false],
    ['multi_factor', [-1, 9], false],
  ])('%s within 10 minutes, at ages %o, is %s', (level, ages, expected) =>
    expect(is(config(level), ages)).toBe(expected),
  )

  it.each([
    ['strict_mfa', [9, 9], [10, 9]],
    ['strict', [99, 9], [99, 10]],
    ['moderate', [99, 59], [99, 60]],
    ['lax', [99, 1439], [99, 1440]],
  ])('%s holds at %o and not at %o', (preset, fresh, stale) => {
    expect(is(preset, fresh)).toBe(true)
    expect(is(preset, stale)).toBe(false)
  })

  it.each<[unknown]>([
    [null],
    [undefined],
    [[]],
    [[0]],
    [[0, 0, 0]],
    [[-2, 0]],
    [[0, -0.5]],
    [['0', 0]],
    [[Number.NaN, 0]],
    [[-1, -1]],
    ['00'],
    [{ length: 2 }],
  ])('ages that are %o are false', ages => {
    for (const level of ['first_factor', 'second_factor', 'multi_factor'])
      expect(is(config(level), ages)).toBe(false)
  })

  it.each([
    'stricter',
    'toString',
    '',
    1,
    null,
    [[]],
    {},
    config('third_factor'),
    config('first_factor', 0),
    config('first_factor', -1),
    config('first_factor', '10'),
    config('first_factor', Number.POSITIVE_INFINITY),
    { level: 'first_factor' },
    { ...config('first_factor'), grace: 1 },
  ])('a config that is %o is false', reverification =>
    expect(is(reverification, [0, 0])).toBe(false),
  )
})

describe('anything else', () => {
  it.each([
    ['nothing', {}],
    ['what is undefined', { role: undefined }],
    ['what is undefined, beside what holds', { role: 'admin', permission: undefined }],
    ['what nobody knows', { role: 'admin', team: 'one' }],
    ['a symbol', { role: 'admin', [Symbol('team')]: 'one' }],
    ['what every object has', { toString: 'admin' }],
    ['empty text', { role: '' }],
    ['null', null],
    ['text', 'admin'],
    ['a list', ['role']],
    ['a function', () => true],
  ])('asking for %s is false', (_, params) => expect(check(params)).toBe(false))

  it.each([null, undefined, 1, {}])('a session that is %o is false', none =>
    expect(checkAuthorization(none as Asked[0], { role: 'admin' })).toBe(false),
  )

  it.each(['pending', 'ended', 'expired', 'new status'])('a session that is %s is false', status =>
    expect(check({ role: 'admin' }, { status })).toBe(false),
  )
})

describe('whatever comes', () => {
  const dimensions: fc.Arbitrary<Record<string, unknown>> = fc.record(
    {
      role: fc.constantFrom('admin', 'org:admin', 'member', '', 1),
      permission: fc.constantFrom('invoices:read', 'reports:read', undefined),
      feature: fc.constantFrom('dash', 'user:chat', 'user:dash', null),
      plan: fc.constantFrom('pro', 'org:free'),
      reverification: fc.constantFrom('lax', 'strict_mfa', 'no', {
        level: 'first_factor',
        afterMinutes: 10,
      }),
    },
    { requiredKeys: [] },
  )
  const ages = fc.constantFrom([0, 0], [5, -1], [-1, 5], [-1, -1], null)

  it('asking for more never turns false into true, and each part alone must hold', () => {
    fc.assert(
      fc.property(dimensions, dimensions, ages, (one, more, factorVerificationAge) => {
        const whole = { ...more, ...one }
        const allowed = check(whole, { factorVerificationAge })
        const parts = Object.entries(whole).map(([key, value]) =>
          check({ [key]: value }, { factorVerificationAge }),
        )
        expect(allowed).toBe(parts.length > 0 && parts.every(Boolean))
        if (Object.keys(one).length > 0 && !check(one, { factorVerificationAge }))
          expect(allowed).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('what is unknown is false beside anything', () => {
    const known = new Set(['role', 'permission', 'feature', 'plan', 'reverification'])
    fc.assert(
      fc.property(dimensions, fc.string(), fc.anything(), (params, key, value) => {
        fc.pre(!known.has(key))
        expect(check(Object.defineProperty({ ...params }, key, { value, enumerable: true }))).toBe(
          false,
        )
      }),
    )
  })

  it('never throws, and says true or false', () => {
    const anything = fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
    })
    fc.assert(
      fc.property(
        anything,
        anything,
        anything,
        anything,
        (params, user, own, factorVerificationAge) => {
          expect(typeof check(params, { user, factorVerificationAge }, own)).toBe('boolean')
          expect(check({ reverification: params }, { factorVerificationAge: own })).toBe(false)
          expect(check({ role: 'admin' }, { user })).toBe(false)
        },
      ),
    )
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('never')
        },
      },
    )
    expect(check(hostile)).toBe(false)
    expect(checkAuthorization(hostile as Asked[0], { role: 'admin' })).toBe(false)
  })
})

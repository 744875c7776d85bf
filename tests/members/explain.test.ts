import { expect, it } from 'vitest'
import { explain } from './support/explain.ts'

const compared = [
  {
    name: 'Clerk',
    rows: [
      { name: 'load', verdict: 'same', misfit: '' },
      { name: 'openSignIn', verdict: 'not there', misfit: '' },
      { name: 'navigate', verdict: 'other', misfit: 'navigate(to)' },
    ],
  },
] as const

const ui = { why: 'prebuilt UI', members: ['Clerk.open*'] }
const to = { why: 'takes a text', members: ['Clerk.navigate'] }

it('gives each member its reason', () => {
  const { explained, faults } = explain(compared, { same: [], other: [to], 'not there': [ui] })
  expect(faults).toEqual([])
  expect(explained[0]?.rows.map(({ why }) => why)).toEqual(['', 'prebuilt UI', 'takes a text'])
})

it.each([
  [
    'a member without a reason',
    { same: [], other: [], 'not there': [ui] },
    'reasons/ says nothing of Clerk.navigate, which is other navigate(to)',
  ],
  [
    'a reason for a member that is there',
    { same: [], other: [to], 'not there': [ui, { why: 'old', members: ['Clerk.load'] }] },
    'reasons/ names Clerk.load, and no member that it counts for is not there',
  ],
  [
    'a reason for a member that Clerk does not have any more',
    { same: [], other: [to, { why: 'old', members: ['Clerk.gone'] }], 'not there': [ui] },
    'reasons/ names Clerk.gone, and no member that it counts for is other',
  ],
])('tells of %s', (_, reasons, fault) => {
  expect(explain(compared, reasons).faults).toEqual([fault])
})

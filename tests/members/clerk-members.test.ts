import { expect, it } from 'vitest'
import { explain } from './support/explain.ts'
import { compareMembers } from './support/member-rows.ts'
import { toPage } from './support/page.ts'

it('every member is the same or has a reason, and the docs say so', async () => {
  const { types, modules } = compareMembers()
  const { explained, faults } = explain([...types, ...modules])
  expect(faults).toEqual([])
  const page = toPage(explained.slice(0, types.length), explained.slice(types.length))
  await expect(page).toMatchFileSnapshot('../../docs/clerk-members.md')
})

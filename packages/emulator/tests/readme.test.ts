import { readFileSync } from 'node:fs'
import { createEmulator, scenarios } from '@clientele/emulator'
import { expect, test } from 'vitest'
import { createRemote } from './support/control.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README has every member, scenario and kind of fault', () => {
  for (const member of Object.keys(createEmulator()))
    expect(readme).toMatch(new RegExp(`\`${member}[\`(.]`))
  for (const { name } of scenarios) expect(readme).toContain(`\n| \`${name}\` |`)
  const kinds = [
    'latency',
    'status',
    'drop',
    'duplicate',
    'reorder',
    'stale',
    'malformed',
    'html',
    'rotation-race',
    'revoke',
  ]
  for (const kind of [...kinds, 'clock-skew']) expect(readme).toContain(`\n| \`${kind}\` |`)
})

test('every path of the control surface in the README is there', async () => {
  const remote = createRemote(createEmulator())
  const table = readme.slice(readme.indexOf('## Over HTTP'), readme.indexOf('Changes are made for'))
  const paths = new Set(
    [...table.matchAll(/`(?:GET |POST |DELETE )?(\/[a-z]+(?:\/[:a-z]+)*)/g)].map(
      ([, path = '']) => path,
    ),
  )
  expect(paths.size).toBeGreaterThan(20)
  paths.delete('/oauth') // the name of a group
  for (const path of paths) {
    const { body } = await remote('OPTIONS', path)
    expect([path, body.errors[0].code]).toEqual([path, 'method_not_allowed'])
  }
})

import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { taggedFiles } from '../../scripts/support/tagged-files.mjs'
import { workspace } from '../../scripts/support/workspace.mjs'

it('every file that says a tag is found, however it is written there', () => {
  const said = execFileSync('git', ['grep', '-lE', "tags:.*'matrix'", '--', '*.test.ts*'], {
    cwd: workspace,
    encoding: 'utf8',
  })
  expect(taggedFiles('matrix')).toEqual(said.trim().split('\n'))
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { taggedFiles, testFiles } from '../../scripts/support/tagged-files.mjs'
import { workspace } from '../../scripts/support/workspace.mjs'

it('every file that says a tag is found, however it is written there', () => {
  const tag = 'matrix'
  const saysIt = new RegExp(`tags:.*'${tag}'`)
  const said = testFiles().filter(file => saysIt.test(readFileSync(join(workspace, file), 'utf8')))
  expect(said).not.toEqual([])
  expect(taggedFiles(tag)).toEqual(said)
})

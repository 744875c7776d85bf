import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, it } from 'vitest'
import { names } from './support/names.ts'
import { tarballOf } from './support/published.ts'

describe.each(names)('what is published of %s', name => {
  it('has nothing for publint to suggest', async () => {
    const tarball = new Uint8Array(await readFile(tarballOf(name)))
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
    expect(pkg.name).toBe(`@clientele/${name}`)
    expect(messages.map(message => formatMessage(message, pkg))).toEqual([])
  })

  it('has right types for every entry, however it is found', async () => {
    const analysis = await checkPackage(
      createPackageFromTarballData(new Uint8Array(await readFile(tarballOf(name)))),
    )
    if (!analysis.types) throw new Error('There are no types')
    expect(analysis.problems).toEqual([])
  })
})

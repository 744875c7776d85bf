import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reportApi } from './support/api-report.ts'
import { names } from './support/names.ts'
import { subpathsOf } from './support/published.ts'
import { workspace } from './support/workspace.ts'

describe.each(names)('the interface of %s', name => {
  const folder = join(workspace, `packages/${name}/etc`)
  const fileOf = (subpath: string) => `${subpath || 'index'}.api.md`

  it('is what etc/*.api.md says: who changes it, changes that too', async () => {
    const reports = reportApi(name, subpathsOf(name))
    for (const [subpath, written] of reports) {
      // How the compiler quotes texts in a type that it has found differs from run to run.
      const report = written.replaceAll("'", '"')
      expect(report).toMatch(/^export /m)
      // Each has hover text that says what the type does not.
      expect(report).not.toContain('(undocumented)')
      await expect(report).toMatchFileSnapshot(join(folder, fileOf(subpath)))
    }
  })

  it('has a report for each subpath, and none for one that is gone', () => {
    const reports = readdirSync(folder).filter(file => file.endsWith('.api.md'))
    expect(reports.sort()).toEqual(subpathsOf(name).map(fileOf).sort())
  })
})

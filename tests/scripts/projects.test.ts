import { expect, it } from 'vitest'
import { browser, units, versions } from '../../scripts/support/projects.mjs'
import config from '../../vitest.workspace.ts'

it('each project runs in npm test or in the matrix', () => {
  const projects = config.test?.projects ?? []
  const names = projects.map(project =>
    typeof project === 'object' && 'test' in project ? project.test?.name : undefined,
  )
  expect([...units, ...versions, ...browser].sort()).toEqual(names.sort())
})

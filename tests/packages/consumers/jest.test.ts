import { expect, inject, it } from 'vitest'
import { runsOn } from '../../runs-on.ts'
import { consumerAt } from '../support/consumer.ts'
import { testRunners } from '../support/versions.ts'

// Without transformIgnorePatterns, and without a global that a test would have to make.

const consumer = consumerAt(inject('newest'))
const options = ['--rootDir', 'jest', '--testMatch', '**/*.test.cjs', '--json']

it.each([
  ['node', 3],
  ['jsdom', 5],
])(
  'Jest requires every entry, signs in and out: the environment %s',
  async (environment, least) => {
    const said = await consumer.run('node', [
      'node_modules/jest/bin/jest.js',
      ...options,
      '--env',
      environment,
    ])
    const { numFailedTests, numPassedTests } = JSON.parse(said)
    expect(numFailedTests, said).toBe(0)
    // Each entry is one more.
    expect(numPassedTests).toBeGreaterThan(least + 25)
    runsOn('Test runners', `Jest, environment ${environment}`, testRunners.jest ?? '')
  },
)

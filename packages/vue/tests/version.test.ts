import { expect, it } from 'vitest'
import { version } from 'vue'

it('these tests run with the version that they are meant for', () => {
  expect(version.split('.').slice(0, 2).join('.')).toBe(process.env.FRAMEWORK_VERSION ?? '3.5')
})

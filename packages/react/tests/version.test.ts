import { version } from 'react'
import { version as domVersion } from 'react-dom'
import { expect, it } from 'vitest'

it('these tests run with the version that they are meant for', () => {
  const wanted = process.env.FRAMEWORK_VERSION ?? '19'
  expect([version, domVersion].map(text => text.split('.')[0])).toEqual([wanted, wanted])
})

import { ClienteleError, type ErrorItem } from '@clientele/core'
import { account } from '@clientele/core/account'
import { reverify } from '@clientele/core/clerk'
import { expect, it } from 'vitest'
import { createClientele } from '../support/create-clientele.ts'
import { publishableKey } from '../support/scripted-fetch.ts'

const code = 'session_reverification_required'
const cases: [string, NonNullable<ErrorItem['meta']>, string][] = [
  ['the refusal of the API', { reverification: { level: 'multi_factor' } }, 'multi_factor'],
  ['an older server', { level: 'first_factor' }, 'first_factor'],
  ['nothing', {}, 'second_factor'],
  ['something else', { reverification: { level: 5 } }, 'second_factor'],
]

it.each(cases)('%s says the same level to both helpers', async (_, meta, level) => {
  const errors = [{ code, message: 'Prove it', longMessage: 'Prove it', meta }]
  const refuse = async () => {
    throw new ClienteleError(code, 'Prove it', { errors })
  }
  const seen: unknown[] = []
  const hint = { clerk_error: { reason: 'reverification-error', metadata: meta } }
  const onNeedsReverification = (needs: { level: unknown; cancel: () => void }) => {
    seen.push(needs.level)
    needs.cancel()
  }
  await expect(reverify(refuse, { onNeedsReverification })).rejects.toThrow()
  await expect(reverify(async () => hint, { onNeedsReverification })).rejects.toThrow()
  const { withReverification } = createClientele({ publishableKey }).use(account())
  const native = withReverification(refuse, {
    onNeedsReverification: async needs => {
      seen.push(needs.level)
      throw new Error('given up')
    },
  })
  await expect(native).rejects.toThrow('given up')
  expect(seen).toEqual([level, level, level])
})

import { attemptChart } from '@clientele/core/attempt-chart'
import { expect, it } from 'vitest'

it('is drawn in the docs as it is', async () => {
  const draw = (kind: 'signIn' | 'signUp') => {
    const lines = Object.entries(attemptChart[kind]).map(
      ([status, actions]) =>
        `| \`${status}\` | ${actions.map((name: string) => `\`${name}\``).join(' · ')} |`,
    )
    return ['| Status | What may be done |', '|---|---|', ...lines].join('\n')
  }
  const page = [
    '# What may be done with an attempt',
    '',
    'Made from `attemptChart` of `@clientele/core/attempt-chart` by its test; `none` is before the first `create`. A status that is not listed comes from a newer server: everything may be tried then.',
    '',
    '## Sign-in',
    '',
    draw('signIn'),
    '',
    '## Sign-up',
    '',
    draw('signUp'),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/attempt-chart.md')
})

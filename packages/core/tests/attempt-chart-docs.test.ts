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
    'Which methods a sign-in or sign-up takes in each status, generated from `attemptChart` of `@clientele/core/attempt-chart`. `none` is an attempt before its first `create`. A status that is not listed comes from a newer server: every method may be tried then.',
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

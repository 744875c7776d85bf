import { type Classification, classifications } from '@clientele/core'
import { expect, it } from 'vitest'

const list = (names: readonly unknown[] | undefined) => names?.map(name => `\`${name}\``).join(', ')

const conditions: Readonly<Record<string, (row: Classification) => string | undefined>> = {
  Status: ({ status, statuses }) => (status ? `${status[0]}–${status[1]}` : statuses?.join(', ')),
  Body: ({ content }) => list(content),
  'First error code': ({ codes }) => list(codes),
  Endpoint: ({ endpoint }) => list(endpoint),
  State: ({ isNull, isForeign }) => {
    if (isForeign) return 'another client, empty, while sessions are known'
    return isNull ? '`response` is `null`' : undefined
  },
}

it('is printed in the docs as it is', async () => {
  const heads = ['What it is', 'Verdict', ...Object.keys(conditions)]
  const rows = classifications.map(row => [
    row.name,
    `\`${row.verdict}\``,
    ...Object.values(conditions).map(show => show(row) ?? ''),
  ])
  const page = [
    '# What an answer means',
    '',
    'How the store decides what an answer of the Frontend API says about who is signed in, generated from `classifications` of `@clientele/core`. The first row whose conditions all hold decides; an empty cell is no condition.',
    '',
    "- Body: `json` says something, `nothing` is empty, `null` or `{}`, `errors` is a list of the API's errors, `unreadable` is anything else, such as a page of a proxy.",
    '- Endpoint: `read` is `GET /v1/client`, `end` ends sessions or deletes the client, `token` makes a session token, `other` is the rest.',
    '- `success`: it was done. `api_error`: the API refuses, and that is final. `signed_out`: asked who this is, the API says nobody. `transient`: it says nothing about who is signed in; what is known stays, the status becomes `degraded`, and the client is read again. `contradiction`: the client is read once, and that decides.',
    '',
    ...[heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/classification.md')
})

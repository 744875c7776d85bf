import { describe, expect, it } from 'vitest'
import { readSizes, reportSizes } from '../../scripts/support/size-report.mjs'

const core = '@clientele/core'

describe('reportSizes', () => {
  it('begins with what a comment is found again by', () => {
    expect(reportSizes({}, {})).toMatch(/^<!-- sizes -->\n/)
  })

  it('lists what got larger or smaller, what is new and what is gone', () => {
    const report = reportSizes(
      { [core]: 31_000, old: 10, same: 5, small: 200 },
      {
        [core]: 31_310,
        same: 5,
        small: 150,
        young: 7,
      },
    )
    const [changed = ''] = report.split('<details>')
    expect(changed.match(/^\| `.*$/gm)).toEqual([
      '| `@clientele/core` | 31,000 | 31,310 | +310 (1.0 %) |',
      '| `small` | 200 | 150 | −50 (25.0 %) |',
      '| `young` | – | 7 | new |',
      '| `old` | 10 | – | gone |',
    ])
    expect(report).toContain('| `same` | 5 | 5 |  |')
  })

  it('says so when nothing changes', () => {
    expect(reportSizes({ [core]: 1 }, { [core]: 1 })).toContain('No size changes.')
  })
})

describe('readSizes', () => {
  it('reads bytes by name', () => {
    const sizes = { '@clientele/react (ClienteleProvider, useSignIn)': 1096 }
    expect(readSizes(JSON.stringify(sizes))).toEqual(sizes)
  })

  it.each([
    '[]',
    'null',
    '{"a":"1"}',
    '{"a":-1}',
    '{"a":1.5}',
    '{"a`":1}',
    '{"a|b":1}',
    '{"a\\nb":1}',
    '{"<img>":1}',
    '{"[a](b)":1}',
    '{"@someone `":1}',
    `{"${'a'.repeat(101)}":1}`,
  ])('refuses %s, which could say anything in a comment', text => {
    expect(() => readSizes(text)).toThrow('These are no sizes by name')
  })
})

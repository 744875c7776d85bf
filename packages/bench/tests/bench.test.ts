import { expect, it } from 'vitest'
import { quick } from '../src/counts.ts'
import { runBench } from '../src/run.ts'

// With counts that mean nothing: that it still measures, whatever became of what it measures.

it('measures everything, and writes and draws what came out', {
  tags: ['matrix'],
  timeout: 120_000,
}, async () => {
  const titles: string[] = []
  const { text, images } = await runBench(quick, ({ title }) => titles.push(title))
  for (const title of titles) expect(text).toContain(`## ${title}`)
  expect(text).not.toMatch(/NaN|undefined/)
  expect(Object.keys(images).sort()).toEqual([
    'cached-token.svg',
    'first-second.svg',
    'job-sizes.svg',
    'refresh.svg',
  ])
  for (const image of Object.values(images))
    expect(image).toMatch(/^<svg .*prefers-color-scheme.*Clientele/s)
})

// @vitest-environment happy-dom
import { useUser } from '@clientele/react'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { preview } from './storybook.tsx'

const Story = () => <p>{useUser()?.firstName ?? 'nobody'}</p>

it.each([
  [{}, 'Ada'],
  [{ clientele: 'signed-out' }, 'nobody'],
] as const)('a story with the parameters %j has a store', async (parameters, text) => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const { loaders, decorators } = preview
  const loaded = (await loaders[0]?.({ parameters, loaded: {} })) ?? {}
  const page = document.createElement('main')
  await act(async () => createRoot(page).render(decorators[0]?.(Story, { parameters, loaded })))
  expect(page.textContent).toBe(text)
  vi.unstubAllGlobals()
})

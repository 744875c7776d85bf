import { openApp } from '@clientele/conformance'
import { Show } from '@clientele/vue'
import { expect, it } from 'vitest'
import { h, ref } from 'vue'
import { openScreen } from './support/screen.ts'

it('Show follows its prop', async () => {
  const { clientele } = openApp()
  const when = ref<'loading' | 'signed-in'>('loading')
  const { element, act } = openScreen(clientele, () => h(Show, { when: when.value }, () => 'true'))
  expect(element.textContent).toBe('true')
  await act(() => {
    when.value = 'signed-in'
  })
  expect(element.textContent).toBe('')
})

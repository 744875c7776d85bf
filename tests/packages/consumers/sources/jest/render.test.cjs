const { createTestClientele } = require('@clientele/emulator/testing')
const react = require('@clientele/react')
const vue = require('@clientele/vue')
const { act, createElement } = require('react')
const { createRoot } = require('react-dom/client')
const { createApp, h } = require('vue')

const Name = () => createElement('p', null, react.useUser()?.firstName)

const inReact = async (clientele, root) => {
  const page = createElement(react.ClienteleProvider, { clientele }, createElement(Name))
  globalThis.IS_REACT_ACT_ENVIRONMENT = true
  const made = createRoot(root)
  await act(() => made.render(page))
  return () => act(() => made.unmount())
}

const inVue = async (clientele, root) => {
  const setup = () => {
    const user = vue.useUser()
    return () => h('p', user.value?.firstName)
  }
  const app = createApp({ setup }).use(vue.createClientelePlugin({ clientele }))
  app.mount(root)
  return () => app.unmount()
}

const withPage = typeof document === 'undefined' ? test.skip : test

withPage.each([
  ['React', inReact],
  ['Vue', inVue],
])('%s shows who is signed in', async (_, render) => {
  const { clientele } = await createTestClientele({ user: { firstName: 'Grace' } })
  const root = document.createElement('div')
  const leave = await render(clientele, root)
  expect(root.textContent).toBe('Grace')
  await leave()
  clientele.dispose()
})

import { inBrowser, type Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import './style.css'

/** The first page of the default theme has no `main`, by which screen readers find its content. */
const markMain = () => document.querySelector('.VPHome')?.setAttribute('role', 'main')

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ router }) => {
    if (inBrowser) router.onAfterRouteChange = markMain
  },
}

export default theme

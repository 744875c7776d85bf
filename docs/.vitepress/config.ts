import { defineConfig } from 'vitepress'
import { sidebar } from './sidebar.ts'
import { toRepository } from './to-repository.ts'

const source = 'https://github.com/clientele-js/clientele'

export default defineConfig({
  title: 'Clientele',
  description:
    "A headless store for the Client object of Clerk's Frontend API, with a React hook, a Vue " +
    'composable and a local emulator.',
  lang: 'en',
  cleanUrls: true,
  // Names of recipes and snippets, which are read and not opened.
  srcExclude: ['snippets/**'],
  rewrites: {
    'recipes/README.md': 'recipes/index.md',
    'decisions/README.md': 'decisions/index.md',
  },
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: { config: markdown => toRepository(markdown, source) },
  themeConfig: {
    nav: [
      { text: 'Quick start', link: '/quick-start/' },
      { text: 'Guide', link: '/guide/sign-in' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Emulator', link: '/guide/emulator' },
    ],
    sidebar,
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: source }],
    editLink: { pattern: `${source}/edit/main/docs/:path` },
    footer: { message: 'Independent of Clerk. Released under the MIT licence.' },
  },
})

import { defineConfig } from 'vitepress'
import { decisions, sidebar } from './sidebar.ts'
import { emptyHeadersToCells } from './table-headers.ts'
import { toRepository } from './to-repository.ts'

const toSlug = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

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
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    languageAlias: { mjs: 'js' },
    // As on GitHub, where these pages are read too, and as TypeDoc makes its links.
    anchor: { slugify: toSlug },
    config: markdown => {
      toRepository(markdown, source)
      emptyHeadersToCells(markdown)
    },
  },
  themeConfig: {
    nav: [
      { text: 'Quick start', link: '/quick-start/' },
      { text: 'Guide', link: '/guide/sign-in' },
      { text: 'Reference', link: '/reference/' },
      { text: 'Emulator', link: '/guide/emulator' },
      { text: 'Changelog', link: '/changelog' },
    ],
    sidebar: { '/': sidebar, '/decisions/': decisions },
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: source }],
    editLink: { pattern: `${source}/edit/main/docs/:path` },
    footer: { message: 'Independent of Clerk. Released under the MIT licence.' },
  },
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DefaultTheme } from 'vitepress'

type Item = DefaultTheme.SidebarItem

const docs = join(import.meta.dirname, '..')

const item = (link: string, text: string): Item => ({ link, text })

/** A page by the text of its first heading. */
const titled =
  (folder: string) =>
  (file: string): Item => {
    const [, title = file] = /^# (.+)$/m.exec(readFileSync(join(docs, folder, file), 'utf8')) ?? []
    return item(`/${folder}/${file.replace(/\.md$/, '')}`, title.replaceAll('`', ''))
  }

const pagesOf = (folder: string): Item[] =>
  readdirSync(join(docs, folder))
    .filter(file => file.endsWith('.md') && file !== 'README.md')
    .map(titled(folder))

const guide = (...names: string[]): Item[] => names.map(name => titled('guide')(`${name}.md`))

/** Every page has a place here: a test says so. */
export const sidebar: Item[] = [
  {
    text: 'Start',
    items: [
      item('/why', 'Why Clientele'),
      {
        ...item('/quick-start/', 'Quick start'),
        items: [
          item('/quick-start/react', 'React'),
          item('/quick-start/vue', 'Vue'),
          item('/quick-start/plain', 'No framework'),
        ],
      },
      ...guide('examples'),
    ],
  },
  {
    text: 'Signing in and up',
    items: guide(
      'sign-in',
      'sign-up',
      'second-factors',
      'forgotten-password',
      'email-links',
      'oauth',
      'passkeys',
      'tickets',
    ),
  },
  {
    text: 'Signed in',
    items: guide(
      'sessions',
      'organizations',
      'tasks',
      'account',
      'reverification',
      'protecting-routes',
      'calling-an-api',
    ),
  },
  {
    text: 'Where it runs',
    items: [
      item('/runs-on', 'What it runs on'),
      ...guide('server-rendering', 'react-native'),
      ...pagesOf('recipes'),
    ],
  },
  { text: 'Developing and testing', items: guide('devtools', 'testing', 'emulator') },
  {
    text: 'Moving from Clerk’s packages',
    items: [...guide('migration'), item('/clerk-members', 'Every member, compared')],
  },
  {
    text: 'When something is wrong',
    items: [item('/errors', 'Errors'), ...guide('troubleshooting', 'security')],
  },
  {
    text: 'How it works',
    items: [
      ...guide('architecture'),
      item('/guarantees', 'Guarantees'),
      item('/classification', 'What an answer means'),
      item('/attempt-chart', 'What may be done when'),
      item('/renders', 'Who renders for what'),
      item('/figures', 'Figures'),
      item('/decisions/', 'Decisions'),
    ],
  },
  {
    text: 'Reference',
    items: [
      item('/reference/', 'Modules'),
      item('/options', 'Options'),
      item('/changelog', 'Changelog'),
    ],
  },
]

/** Beside the decisions, which are many. */
export const decisions: Item[] = [
  item('/guide/architecture', 'Architecture'),
  { text: 'Decisions', items: [item('/decisions/', 'Index'), ...pagesOf('decisions')] },
]

import { createSteps, type Steps } from './steps.ts'
import { mountCdn } from './subjects/cdn.ts'
import { mountNpm } from './subjects/npm.ts'
import { mountReact } from './subjects/react.ts'
import type { Mount } from './subjects/subject.ts'
import { mountVue } from './subjects/vue.ts'

declare global {
  interface Window {
    steps: Promise<Steps>
  }
}

// `?subject=npm|cdn|react|vue&key=…&proxy=…&script=…`
const query = new URLSearchParams(location.search)
const given = (name: string): string => query.get(name) ?? ''
const subjects: Readonly<Record<string, Mount>> = {
  npm: mountNpm,
  cdn: mountCdn,
  react: mountReact,
  vue: mountVue,
}
const mount = subjects[given('subject')] ?? mountNpm
const options = { publishableKey: given('key'), proxyUrl: given('proxy'), script: given('script') }

window.steps = mount(document.getElementById('who') ?? document.body, options).then(createSteps)

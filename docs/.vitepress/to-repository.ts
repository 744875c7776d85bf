import type { MarkdownRenderer } from 'vitepress'

/** Leads out of `docs`, to a file of the repository. */
const outside = /^(?:\.\.\/)+((?:packages|examples|tests|scripts|\.github)\/|[A-Z]+\.md)/

/**
 * Files of the repository beside `docs` are linked by their path, as readers of the repository want
 * it; on the site they lead to the repository.
 */
export const toRepository = (markdown: MarkdownRenderer, source: string): void => {
  markdown.core.ruler.push('to-repository', ({ tokens }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null
      if (href !== null && outside.test(href))
        token.attrSet('href', `${source}/blob/main/${href.replace(/^(\.\.\/)+/, '')}`)
    }
  })
}

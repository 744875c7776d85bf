import type { MarkdownRenderer } from 'vitepress'

/** The corner of a table has no name, and a heading without a text is none. */
export const emptyHeadersToCells = (markdown: MarkdownRenderer): void => {
  markdown.core.ruler.push('empty-table-headers', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const isEmpty = token.type === 'th_open' && tokens[index + 1]?.content === ''
      const close = tokens[index + 2]
      if (!isEmpty || !close) continue
      token.tag = 'td'
      close.tag = 'td'
    }
  })
}

import { preloadLink, preloadPlugin, preloadTag } from '@clientele/core/server'
import type { ReactNode } from 'react'
import { defineConfig, loadEnv } from 'vite'
import { publishableKey } from './store.ts'

// #region tag
export const page = (body: string) =>
  `<!doctype html><html lang="en"><head>${preloadTag({ publishableKey })}</head>${body}</html>`
// #endregion tag

// #region link
const link = preloadLink({ publishableKey })

export const Layout = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <head>{link && <link {...link} />}</head>
    <body>{children}</body>
  </html>
)
// #endregion link

// #region vite
// vite.config.ts
export default defineConfig(({ mode }) => {
  const { VITE_CLERK_PUBLISHABLE_KEY: publishableKey = '' } = loadEnv(mode, process.cwd())
  return { plugins: [preloadPlugin({ publishableKey })] }
})
// #endregion vite

/**
 * What the React Compiler makes of a file with TypeScript and JSX in it, which both stay.
 * `refused`: what it found fault with, and left as it was; `memoised`: it took up a component or a
 * hook.
 */
export const compileReact = async (
  code: string,
  filename: string,
): Promise<{
  readonly code: string
  readonly refused: readonly string[]
  readonly memoised: boolean
}> => {
  const refused: string[] = []
  const logger = {
    logEvent: (
      _: unknown,
      event: { kind: string; detail?: { reason?: string; options?: { reason?: string } } },
    ) => {
      if (event.kind === 'CompileError' || event.kind === 'PipelineError')
        refused.push(event.detail?.reason ?? event.detail?.options?.reason ?? event.kind)
    },
  }
  // Only here: the configuration of every test run loads this file.
  const { transformAsync } = await import('@babel/core')
  const { default: plugin } = await import('babel-plugin-react-compiler')
  const result = await transformAsync(code, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: 'inline',
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins: [[plugin, { target: '19', panicThreshold: 'none', logger }]],
  })
  const compiled = result?.code ?? code
  return { code: compiled, refused, memoised: compiled.includes('react/compiler-runtime') }
}

/**
 * Compiles the files of React's adapter and of its tests before they run, as the builds of
 * applications do.
 */
export const reactCompiler = () => ({
  name: 'react-compiler',
  enforce: 'pre' as const, // as: the type of the option is narrower than text
  transform: async (code: string, id: string) =>
    /packages\/react\/(src|tests)\/.*\.tsx?$/.test(id)
      ? { code: (await compileReact(code, id)).code, map: null }
      : null,
})

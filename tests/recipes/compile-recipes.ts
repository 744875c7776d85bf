// Compilers are loaded when something is compiled: every run of the workspace loads this file.

const compileSvelte = async (code: string, filename: string) => {
  const { compile } = await import('svelte/compiler')
  return { code: compile(code, { filename, generate: 'client' }).js.code, map: null }
}

const compileSolid = async (code: string, filename: string) => {
  const { transformAsync } = await import('@babel/core')
  const presets = ['babel-preset-solid', '@babel/preset-typescript']
  const result = await transformAsync(code, {
    filename,
    presets,
    babelrc: false,
    configFile: false,
    cwd: import.meta.dirname,
  })
  return { code: result?.code ?? '', map: null }
}

/**
 * Compiles what the test runner does not know by itself: components of Svelte, and the JSX of
 * Solid.
 */
export const compileRecipes = () => ({
  name: 'compile-recipes',
  enforce: 'pre' as const, // as: the type of the option is narrower than text
  transform: (code: string, id: string) => {
    if (id.endsWith('.svelte')) return compileSvelte(code, id)
    return /dist\/solid\/.*\.tsx$/.test(id) ? compileSolid(code, id) : null
  },
})

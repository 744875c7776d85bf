import { transformAsync } from '@babel/core'
import { compile } from 'svelte/compiler'

const compileSolid = async (code: string, filename: string) => {
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
    if (id.endsWith('.svelte'))
      return { code: compile(code, { filename: id, generate: 'client' }).js.code, map: null }
    return /dist\/solid\/.*\.tsx$/.test(id) ? compileSolid(code, id) : null
  },
})

import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const files = ['core-parts.ts', 'react-hooks.ts', 'vue-composables.ts']

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(import.meta.dirname, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  import.meta.dirname,
)

const program = ts.createProgram(
  files.map(name => join(import.meta.dirname, name)),
  { ...options, noEmit: false, declaration: true, emitDeclarationOnly: true },
)

/** The declarations that `tsc` writes of a file, and what it complains of. */
const declare = (name: string) => {
  const file = program.getSourceFile(join(import.meta.dirname, name))
  let text = ''
  const { diagnostics } = program.emit(file, (_, written) => {
    text += written
  })
  const complaints = [...ts.getPreEmitDiagnostics(program, file), ...diagnostics]
  return {
    text,
    complaints: complaints.map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ),
  }
}

it.each(files)('%s has declarations that name public types', name => {
  const { text, complaints } = declare(name)
  expect(complaints).toEqual([])
  const modules = [...text.matchAll(/import\("([^"]+)"\)|from '([^']+)'|from "([^"]+)"/g)].map(
    ([, ...names]) => names.join(''),
  )
  expect(modules.length).toBeGreaterThan(0)
  for (const module of modules)
    expect(module).toMatch(/^(@clientele\/(core|react|vue)(\/[\w-]+)?|vue)$/)
  expect(text).not.toMatch(/\bany\b/)
})

import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(join(import.meta.dirname, 'tsconfig.json'), ts.sys.readFile).config,
  ts.sys,
  import.meta.dirname,
)

/** The declarations that `tsc` writes of a file, and what it complains of. */
const declare = (name: string) => {
  const file = join(import.meta.dirname, name)
  const program = ts.createProgram([file], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
  })
  let text = ''
  const { diagnostics } = program.emit(program.getSourceFile(file), (_, written) => {
    text += written
  })
  const complaints = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  return {
    text,
    complaints: complaints.map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, '\n'),
    ),
  }
}

it.each(['core-parts.ts', 'react-hooks.ts', 'vue-composables.ts'])(
  '%s has declarations that name public types',
  name => {
    const { text, complaints } = declare(name)
    expect(complaints).toEqual([])
    const modules = [...text.matchAll(/import\("([^"]+)"\)|from '([^']+)'|from "([^"]+)"/g)].map(
      ([, ...names]) => names.join(''),
    )
    expect(modules.length).toBeGreaterThan(0)
    for (const module of modules)
      expect(module).toMatch(/^(@clientele\/(core|react|vue)(\/[\w-]+)?|vue)$/)
    expect(text).not.toMatch(/\bany\b/)
  },
)

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compileReact } from '../src/react-compiler.ts'

const src = join(import.meta.dirname, '../../react/src')
const files = readdirSync(src).filter(name => name.startsWith('use-') || name.endsWith('.tsx'))

describe('the React Compiler', () => {
  it.each(files)('finds no fault with %s', async name => {
    const { refused } = await compileReact(readFileSync(join(src, name), 'utf8'), join(src, name))
    expect(refused).toEqual([])
  })

  it('finds fault with what breaks the rules, and takes up what keeps them', async () => {
    const wrong = `import { useRef } from 'react'
      export const Wrong = () => { const ref = useRef(0); ref.current++; return <p>{ref.current}</p> }`
    expect((await compileReact(wrong, 'wrong.tsx')).refused).not.toEqual([])
    const right = `import { useClient } from '@clientele/react'
      export const Right = ({ index }) => <p>{useClient(client => client?.sessions[index]?.id)}</p>`
    expect(await compileReact(right, 'right.tsx')).toMatchObject({ refused: [], memoised: true })
  })
})

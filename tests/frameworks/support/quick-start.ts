import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort, type Running, run, start } from './process.ts'

const docs = join(import.meta.dirname, '../../../docs')

/** One thing that a page has its reader do. */
type Step =
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'write'; readonly file: string; readonly from: string }

/** The commands and files of a page, in its order. A file is named above its snippet. */
const stepsOf = (page: string): Step[] => {
  const pattern = /```sh\n([\s\S]*?)```|`([\w./]+)`[^`]*?\n\n<<< @\/([\w./-]+)/g
  return [...page.matchAll(pattern)].flatMap(([, commands, file, from]): Step[] => {
    if (file !== undefined && from !== undefined) return [{ kind: 'write', file, from }]
    const lines = (commands ?? '').trim().split('\n')
    return lines.map(command => ({ kind: 'run', command }))
  })
}

/** What a reader has in the end: the application and the emulator, both running. */
export interface QuickStart {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * Does exactly what a page of the quick start says, in an empty folder. The packages are those of
 * this workspace, as they are published, and the ports are free ones.
 *
 * @param name of the page
 * @param packed the folder with a tarball of each package
 */
export const followQuickStart = async (name: string, packed: string): Promise<QuickStart> => {
  const root = await mkdtemp(join(tmpdir(), 'clientele-quick-start-'))
  const running: Running[] = []
  const close = async () => {
    for (const each of running) await each.end()
    await rm(root, { recursive: true, force: true })
  }
  const [emulatorPort, port] = [await freePort(), await freePort()]
  const url = `http://localhost:${port}`
  let folder = root
  const doStep = async (step: Step) => {
    if (step.kind === 'write') {
      await mkdir(dirname(join(folder, step.file)), { recursive: true })
      return cp(join(docs, step.from), join(folder, step.file))
    }
    const command = step.command.replace(
      /@clientele\/(\w+)/g,
      (_, name: string) => `file:${join(packed, name)}.tgz`,
    )
    const cd = /^cd (\S+)$/.exec(command)?.[1]
    if (cd !== undefined) {
      folder = join(folder, cd)
    } else if (command.startsWith('npx clientele-emulator')) {
      const emulator = start(`${command} --port ${emulatorPort}`, folder)
      running.push(emulator)
      await emulator.says(/pk_test_\w+/)
    } else if (command.startsWith('VITE_CLERK_PUBLISHABLE_KEY=')) {
      const [key = ''] = /pk_test_\w+/.exec(running[0]?.output() ?? '') ?? []
      await writeFile(join(folder, '.env.local'), `VITE_CLERK_PUBLISHABLE_KEY=${key}\n`)
    } else if (command === 'npm run dev') {
      const server = start(`npm run dev -- --port ${port} --strictPort`, folder)
      running.push(server)
      await server.says(/ready in/)
    } else {
      await run(command, folder)
    }
  }
  try {
    for (const step of stepsOf(await readFile(join(docs, `quick-start/${name}.md`), 'utf8')))
      await doStep(step)
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

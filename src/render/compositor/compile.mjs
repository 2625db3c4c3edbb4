/**
 * Compiles the compositor (AssemblyScript) to `compositor.wasm` beside this file, unless it is newer than its sources.
 * `npm run build:wasm` runs it; vitest runs it as a global setup, so that a fresh clone can test at once.
 */
import { readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const output = join(here, 'compositor.wasm')

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function isFresh() {
  const sources = readdirSync(join(here, 'assembly')).map((name) => join(here, 'assembly', name))
  const newest = Math.max(
    ...[...sources, join(here, 'asconfig.json'), fileURLToPath(import.meta.url)].map(changedAt),
  )
  return changedAt(output) > newest
}

/** @returns {Promise<void>} rejects with the compiler's own words. */
export async function compileCompositor() {
  if (isFresh()) return
  const { default: asc } = await import('assemblyscript/asc')
  // Written aside and renamed: a test runner beside this one never reads half a file.
  const temporary = `compositor.${process.pid}.wasm`
  const said = []
  const { error } = await asc.main(
    [
      'assembly/index.ts',
      '--config',
      'asconfig.json',
      '--target',
      'release',
      '--outFile',
      temporary,
      '--baseDir',
      here,
    ],
    { stderr: { write: (text) => said.push(text) } },
  )
  if (error !== null) throw new Error(`the compositor does not compile:\n${said.join('')}`, { cause: error })
  renameSync(join(here, temporary), output)
}

export default compileCompositor

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileCompositor()

/**
 * Compiles the engine's AssemblyScript: what lies in `<folder>/assembly` becomes `<folder>/<name>.wasm`, unless that is
 * newer than its sources. `npm run build:wasm` runs it; vitest runs it as a global setup, so that a fresh clone can test
 * at once.
 */
import { readdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = [
  { folder: 'compositor', name: 'compositor' },
  { folder: 'sound/mixing', name: 'mixing' },
]

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function isFresh(assembly, output) {
  const sources = readdirSync(assembly).map((name) => join(assembly, name))
  const newest = Math.max(
    ...[...sources, join(here, 'asconfig.json'), fileURLToPath(import.meta.url)].map(changedAt),
  )
  return changedAt(output) > newest
}

async function compile({ folder, name }) {
  const output = join(here, folder, `${name}.wasm`)
  if (isFresh(join(here, folder, 'assembly'), output)) return
  const { default: asc } = await import('assemblyscript/asc')
  // Written aside and renamed: a test runner beside this one never reads half a file.
  const temporary = `${folder}/${name}.${process.pid}.wasm`
  const said = []
  const { error } = await asc.main(
    [
      `${folder}/assembly/index.ts`,
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
  if (error !== null) throw new Error(`${folder} does not compile:\n${said.join('')}`, { cause: error })
  renameSync(join(here, temporary), output)
}

/** @returns {Promise<void>} rejects with the compiler's own words. */
export async function compileEngine() {
  for (const module of modules) await compile(module)
}

export default compileEngine

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileEngine()

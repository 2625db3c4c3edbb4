import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from './options.mjs'

/**
 * The sessions of the nodes, as the page itself keeps them: an entry of localStorage each. Tokens are renewed while a node
 * runs and the old ones end, so the file is written again and again; no two nodes share one.
 * @typedef {{ name: string, value: string }} Entry
 */

/**
 * @param {string} file @param {string} origin whose sessions are wanted
 * @returns {Promise<Entry[]>} none where there is no file, or it is of another app
 */
export async function readSessions(file, origin) {
  let text
  try {
    const { mode } = await stat(file)
    // Windows has no such bits.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new UsageError(`${file} can be read by others on this computer; run: chmod 600 ${file}`)
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
  try {
    const kept = JSON.parse(text)
    if (kept.origin !== origin || !Array.isArray(kept.sessions)) return []
    return kept.sessions.filter(
      (entry) => typeof entry?.name === 'string' && typeof entry?.value === 'string',
    )
  } catch {
    throw new UsageError(`${file} is no session file of a render node; delete it to sign in anew`)
  }
}

/** In one step: a power cut leaves the old file or the new one. @param {string} file @param {string} origin @param {Entry[]} sessions */
export async function writeSessions(file, origin, sessions) {
  await mkdir(path.dirname(path.resolve(file)), { recursive: true, mode: 0o700 })
  const part = `${file}.part`
  await writeFile(part, JSON.stringify({ origin, sessions }), { mode: 0o600, flush: true })
  // The mode above counts only for a file that was not there.
  await chmod(part, 0o600)
  await rename(part, file)
}

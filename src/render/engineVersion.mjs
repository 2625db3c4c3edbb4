/** Run by Vite: digest of everything that decides what a frame or a sound of a film looks like. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rooms of the engine whose code shapes what is kept; the package lock stands for fonts, encoders and the compiler. */
const ROOMS = ['compositor', 'film', 'photo', 'text', 'encode', 'segments', 'sound']
/** Beside them: the words in which they are told what to draw and to play, and how what is compiled of them is compiled. */
const SINGLE_FILES = ['../domain/score.ts', '../domain/storyboard.ts', 'asconfig.json']
/** What only tests use. */
const FOR_TESTS = /\.(test|fixture)\.ts$|(^|[/\\])(golden\w*|testPictures|reference|compositorFromDisk)\.ts$/

/** @returns {string} 16 hexadecimal digits */
export function engineVersion() {
  const here = import.meta.dirname
  const digest = createHash('sha256').update(readFileSync(join(here, '../../package-lock.json')))
  for (const name of SINGLE_FILES) digest.update(name).update(readFileSync(join(here, name)))
  for (const room of ROOMS) {
    for (const name of readdirSync(join(here, room), { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.ts') && !FOR_TESTS.test(name)) {
        digest.update(name).update(readFileSync(join(here, room, name)))
      }
    }
  }
  return digest.digest('hex').slice(0, 16)
}

/** A headless Chromium with the bench page, and the photos of a folder served to it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { compileEngine } from '../../src/render/compile.mjs'
import { chromiumArgs, findChromium } from '../chromium.mjs'
import { isPhoto, startBenchServer } from './benchServer.mjs'
import { childrenOf } from './processTree.mjs'

/** Options that all benches of films know, for `parseArgs`. */
export const filmOptions = {
  photos: { type: 'string' },
  count: { type: 'string' },
  seconds: { type: 'string', default: '60' },
  style: { type: 'string', default: 'classic' },
  size: { type: 'string', default: '1920x1080' },
  fps: { type: 'string', default: '30' },
  format: { type: 'string', default: 'everywhere' },
  music: { type: 'string', default: 'score' },
}

const oneOf = (name, value, allowed) => {
  if (!allowed.includes(value)) throw new Error(`--${name} is one of ${allowed.join(', ')}`)
  return value
}
export const STYLES = ['classic', 'modern', 'cinematic', 'vintage']

/** @returns {import('./page.ts').BenchWishes} what the page is asked to make, without the names of the photos */
export function filmWishes(values) {
  const [width, height] = values.size.split('x').map(Number)
  if (!width || !height || width % 2 || height % 2) throw new Error('--size WxH: even pixels')
  return {
    seconds: Number(values.seconds),
    style: oneOf('style', values.style, STYLES),
    width,
    height,
    fps: Number(oneOf('fps', values.fps, ['24', '30', '60'])),
    format: oneOf('format', values.format, ['everywhere', 'small']),
    music: oneOf('music', values.music, ['score', 'none']) === 'score',
  }
}

/**
 * @param {{ photos?: string, count?: string, out?: string }} values `count` photos are taken, the folder's again and again
 * @returns the page; `folder` and `names` of the photos; the film's path `out`; `scratch`, deleted by `close`
 */
export async function openBench({ photos, count, out }) {
  if (!photos) throw new Error('--photos DIR: a folder of photographs')
  const folder = resolve(photos)
  const found = readdirSync(folder).filter(isPhoto).sort()
  if (found.length === 0) throw new Error(`no JPEG, PNG, WebP or AVIF in ${folder}`)
  const names = Array.from({ length: Number(count ?? found.length) }, (_, n) => found[n % found.length])
  const scratch = mkdtempSync(join(tmpdir(), 'photomemory-bench-'))
  const output = resolve(out ?? join(scratch, 'film.mp4'))
  await compileEngine()
  const server = await startBenchServer({ folder, names, output })
  const isLinux = process.platform === 'linux'
  const known = new Set(isLinux ? childrenOf(process.pid) : [])
  // A profile on the disk: without one the browser keeps the film and its parts in memory.
  const browser = await chromium.launchPersistentContext(join(scratch, 'profile'), {
    executablePath: findChromium(),
    args: chromiumArgs,
  })
  const page = browser.pages()[0] ?? (await browser.newPage())
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  await page.goto(server.url)
  await page.waitForFunction(() => 'bench' in window)
  // The browser is the one child of ours that was not there before and stays.
  const browserPid = isLinux ? childrenOf(process.pid).find((pid) => !known.has(pid)) : undefined
  return {
    page,
    browserPid,
    folder,
    names,
    out: output,
    scratch,
    closeBrowser: () => browser.close(),
    close: async () => {
      await browser.close()
      await server.close()
      rmSync(scratch, { recursive: true, force: true })
    },
  }
}

export const round = (value, digits = 2) => (value === null ? null : Number(value.toFixed(digits)))

/**
 * `npm run bench:render -- --photos DIR --seconds N --style S --size 1920x1080 --out FILE`
 * Makes a film with the product's own pipeline in headless Chromium and prints one JSON line.
 *   --supersample N  ffmpeg's zoompan on N times the size, against its jitter (default 1: its fastest)
 *   --no-ffmpeg      leave the comparison out
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { compileCompositor } from '../../src/render/compositor/compile.mjs'
import { chromiumArgs, findChromium } from '../chromium.mjs'
import { isPhoto, startBenchServer } from './benchServer.mjs'
import { ffmpegFilm } from './ffmpegFilm.mjs'
import { processTree, treeCpuSeconds, watchMegabytes } from './processTree.mjs'

const { values } = parseArgs({
  options: {
    photos: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    style: { type: 'string', default: 'classic' },
    size: { type: 'string', default: '1920x1080' },
    out: { type: 'string' },
    supersample: { type: 'string', default: '1' },
    'no-ffmpeg': { type: 'boolean', default: false },
  },
})
if (!values.photos) throw new Error('--photos DIR: a folder of photographs')
const folder = resolve(values.photos)
const [width, height] = values.size.split('x').map(Number)
const names = readdirSync(folder).filter(isPhoto).sort()
if (names.length === 0) throw new Error(`no JPEG, PNG, WebP or AVIF in ${folder}`)
const scratch = mkdtempSync(join(tmpdir(), 'photomemory-bench-'))
const out = resolve(values.out ?? join(scratch, 'film.mp4'))

await compileCompositor()
const server = await startBenchServer({ folder, names, output: out })
const known = new Set(process.platform === 'linux' ? processTree(process.pid) : [])
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
// The browser is the one child of ours that was not there before.
const browserPid =
  process.platform === 'linux' ? processTree(process.pid).find((pid) => !known.has(pid)) : undefined
try {
  const page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()))
  await page.goto(server.url)
  await page.waitForFunction(() => 'bench' in window)
  const wishes = { names, seconds: Number(values.seconds), style: values.style, width, height }
  const { storyboard, nameById } = await page.evaluate((wishes) => window.bench.prepare(wishes), wishes)

  const cpuNow = () => (browserPid ? treeCpuSeconds(browserPid) : null)
  /** The encoder alone, on frames made beforehand. */
  const measureCeiling = async () => {
    await page.evaluate(() => window.bench.prepareCeiling())
    const cpuBefore = cpuNow()
    const { frames, seconds } = await page.evaluate(() => window.bench.runCeiling())
    const cpu = cpuBefore === null ? null : cpuNow() - cpuBefore
    await page.evaluate(() => window.bench.closeCeiling())
    return { frames, seconds, cpu }
  }
  const before = await measureCeiling()
  const stopWatching = browserPid ? watchMegabytes(browserPid) : () => null
  const cpuBefore = cpuNow()
  const film = await page.evaluate(() => window.bench.film())
  const cpu = cpuBefore === null ? null : cpuNow() - cpuBefore
  const peak = stopWatching()
  await page.evaluate(() => window.bench.deliver())
  const after = await measureCeiling()
  await browser.close()

  const ffmpeg = values['no-ffmpeg']
    ? null
    : ffmpegFilm({
        storyboard,
        fileOf: (id) => nameById[id],
        folder,
        output: join(scratch, 'ffmpeg.mp4'),
        supersample: Number(values.supersample),
      })
  const round = (value, digits = 2) => (value === null ? null : Number(value.toFixed(digits)))
  const fps = storyboard.frameCount / film.wallSeconds
  // Before and after the film, so that other work on the machine falls on both sides of the ratio.
  const encoderFps = (before.frames + after.frames) / (before.seconds + after.seconds)
  const perFrame = (cpuSeconds, frames) => (cpuSeconds === null ? null : round((1000 * cpuSeconds) / frames))
  console.log(
    JSON.stringify({
      photos: names.length,
      shots: storyboard.shots.length,
      style: values.style,
      size: values.size,
      codec: film.codec,
      wall_s: round(film.wallSeconds),
      frames: storyboard.frameCount,
      fps: round(fps),
      x_realtime: round(storyboard.frameCount / storyboard.fps / film.wallSeconds),
      encoder_fps: round(encoderFps),
      ratio_encoder: round(fps / encoderFps, 3),
      stages: film.stages,
      cpu_s: round(cpu),
      cpu_ms_per_frame: perFrame(cpu, storyboard.frameCount),
      encoder_cpu_ms_per_frame:
        before.cpu === null ? null : perFrame(before.cpu + after.cpu, before.frames + after.frames),
      peak_mb: peak === null ? null : Math.round(peak),
      ffmpeg_wall_s: ffmpeg && round(ffmpeg.wall),
      ffmpeg_cpu_s: ffmpeg && round(ffmpeg.cpu),
      ratio_ffmpeg_wall: ffmpeg && round(film.wallSeconds / ffmpeg.wall, 3),
      ratio_ffmpeg_cpu: ffmpeg && cpu !== null ? round(cpu / ffmpeg.cpu, 3) : null,
      ffmpeg_supersample: ffmpeg && Number(values.supersample),
      skipped: film.skipped,
      megabytes: round(film.bytes / 1e6),
      out: values.out ? out : null,
    }),
  )
} finally {
  await browser.close()
  await server.close()
  rmSync(scratch, { recursive: true, force: true })
}
process.exit(0)

/**
 * `npm run bench:render -- --photos DIR --seconds N --style S --size 1920x1080 --out FILE`
 * Makes a film with the product's own pipeline in headless Chromium and prints one JSON line.
 *   --count N        so many photos, those of the folder again and again
 *   --fps 24|30|60   frames a second
 *   --format F       everywhere (H.264, AAC) or small (AV1, Opus)
 *   --music M        score, or none for a silent film
 *   --supersample N  ffmpeg's zoompan on N times the size, against its jitter (4 unless told; 1 is its fastest)
 *   --no-ffmpeg      leave the comparison out
 *   --ffmpeg-out F   keeps ffmpeg's film, to look at
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ffmpegFilm } from './ffmpegFilm.mjs'
import { filmOptions, filmWishes, openBench, round } from './openBench.mjs'
import { treeCpuSeconds, watchMegabytes } from './processTree.mjs'

const { values } = parseArgs({
  options: {
    ...filmOptions,
    out: { type: 'string' },
    supersample: { type: 'string', default: '4' },
    'no-ffmpeg': { type: 'boolean', default: false },
    'ffmpeg-out': { type: 'string' },
  },
})
const shape = filmWishes(values)
const bench = await openBench(values)
const { page, names, browserPid } = bench
try {
  const { storyboard, nameById } = await page.evaluate((wishes) => window.bench.prepare(wishes), {
    ...shape,
    names,
  })
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
  await bench.closeBrowser()

  const supersample = Number(values.supersample)
  const ffmpeg = values['no-ffmpeg']
    ? null
    : ffmpegFilm({
        storyboard,
        fileOf: (id) => join(bench.folder, nameById[id]),
        sound: shape.music ? bench.out : null,
        output: values['ffmpeg-out'] ?? join(bench.scratch, 'ffmpeg.mp4'),
        supersample,
      })
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
      film_fps: storyboard.fps,
      format: values.format,
      music: storyboard.soundtrack.kind,
      codec: film.codec,
      wall_s: round(film.wallSeconds),
      frames: storyboard.frameCount,
      fps: round(fps),
      x_realtime: round(storyboard.frameCount / storyboard.fps / film.wallSeconds),
      encoder_fps: round(encoderFps),
      ratio_encoder: round(fps / encoderFps, 3),
      stages: film.stages,
      segments: film.segments,
      cpu_s: round(cpu),
      cpu_ms_per_frame: perFrame(cpu, storyboard.frameCount),
      encoder_cpu_ms_per_frame:
        before.cpu === null ? null : perFrame(before.cpu + after.cpu, before.frames + after.frames),
      peak_mb: peak === null ? null : Math.round(peak),
      ffmpeg_wall_s: ffmpeg && round(ffmpeg.wall),
      ffmpeg_cpu_s: ffmpeg && round(ffmpeg.cpu),
      ratio_ffmpeg_wall: ffmpeg && round(film.wallSeconds / ffmpeg.wall, 3),
      ratio_ffmpeg_cpu: ffmpeg && cpu !== null ? round(cpu / ffmpeg.cpu, 3) : null,
      ffmpeg_supersample: ffmpeg && supersample,
      skipped: film.skipped,
      megabytes: round(film.bytes / 1e6),
      out: values.out ? bench.out : null,
    }),
  )
} finally {
  await bench.close()
}
process.exit(0)

/**
 * `npm run bench:incremental -- --photos DIR --seconds 300 --style S --size 1920x1080`
 * Makes a film in headless Chromium three times: whole; after one caption was changed; and, as a film that is new to the
 * device, after the page was thrown away at 50 %. Prints one JSON line.
 *   --count N   so many photos, those of the folder again and again; one for every four seconds unless told
 *   --fps, --format, --music   as for bench:render
 */
import { parseArgs } from 'node:util'
import { filmOptions, filmWishes, openBench, round } from './openBench.mjs'
import { treeCpuSeconds } from './processTree.mjs'

const { values } = parseArgs({
  options: { ...filmOptions, seconds: { type: 'string', default: '300' } },
})
const shape = filmWishes(values)
const bench = await openBench({ ...values, count: values.count ?? String(Math.round(shape.seconds / 4)) })
const { page, names, browserPid } = bench
const prepare = () => page.evaluate((wishes) => window.incremental.prepare(wishes), { ...shape, names })
const cpuNow = () => (browserPid ? treeCpuSeconds(browserPid) : null)
/** With the processor time of the whole browser: it says more than the clock where others work on the machine. */
async function film(edition, newCaption) {
  const before = cpuNow()
  const made = await page.evaluate(
    ([edition, newCaption]) => window.incremental.film(edition, newCaption),
    [edition, newCaption],
  )
  return { ...made, cpuSeconds: before === null ? null : cpuNow() - before }
}

/** Throws the page away, with its workers, when half of the film is done. @returns the frames that were done */
async function killHalfWay(edition, frames) {
  page.evaluate((edition) => void window.incremental.film(edition, false), edition).catch(() => undefined)
  for (;;) {
    const done = await page.evaluate(() => window.incremental.framesDone())
    if (done >= frames / 2) {
      await page.reload()
      return done
    }
    await page.waitForTimeout(20)
  }
}

try {
  await prepare()
  const full = await film('first', false)
  const caption = await film('first', true)
  if (caption.segments.made === 0) throw new Error('the caption that was changed is not seen in the film')
  await page.evaluate(() => window.incremental.forget())
  const killedAt = await killHalfWay('second', full.frames)
  await page.waitForFunction(() => 'incremental' in window)
  await prepare()
  const resumed = await film('second', false)
  console.log(
    JSON.stringify({
      photos: names.length,
      seconds: shape.seconds,
      style: values.style,
      size: values.size,
      format: values.format,
      music: values.music,
      codec: full.codec,
      frames: full.frames,
      segments: full.segments.total,
      full_s: round(full.wallSeconds),
      full_made: full.segments.made,
      caption_s: round(caption.wallSeconds),
      caption_made: caption.segments.made,
      ratio_caption: round(caption.wallSeconds / full.wallSeconds, 4),
      killed_at: round(killedAt / full.frames, 3),
      resumed_s: round(resumed.wallSeconds),
      resumed_made: resumed.segments.made,
      ratio_resumed: round(resumed.wallSeconds / full.wallSeconds, 3),
      cpu_s: [full, caption, resumed].map(({ cpuSeconds }) => round(cpuSeconds)),
      stages: { full: full.stages, caption: caption.stages, resumed: resumed.stages },
    }),
  )
} finally {
  await bench.close()
}
process.exit(0)

/**
 * `npm run bench:quality -- --photos DIR --seconds N --size 1920x1080 [--style S] [--codec avc,vp9,av1] [--bits 1]`
 * How like the lossless frames an encoded film is, for each style and codec at the product's bitrate, or at `--bits` times
 * it (a list: 0.5,1,2), with `--grain 0` without the style's grain. Prints a table and one JSON line. Not a matter of speed: it may run on a busy machine.
 */
import { parseArgs } from 'node:util'
import { filmOptions, filmWishes, openBench, round, STYLES } from './openBench.mjs'

/** What the product promises. */
const LEAST_SSIM = 0.97

const { values } = parseArgs({
  options: {
    ...filmOptions,
    seconds: { type: 'string', default: '12' },
    style: { type: 'string', default: STYLES.join() },
    codec: { type: 'string', default: 'avc,vp9,av1' },
    bits: { type: 'string', default: '1' },
    grain: { type: 'string' },
  },
})
const grain = values.grain === undefined ? {} : { grain: Number(values.grain) }
const bench = await openBench(values)
try {
  const results = []
  for (const style of values.style.split(',')) {
    const wishes = { ...filmWishes({ ...values, style, music: 'none' }), names: bench.names }
    await bench.page.evaluate((film) => window.bench.prepare(film), wishes)
    for (const codec of values.codec.split(',')) {
      for (const bits of values.bits.split(',').map(Number)) {
        const found = await bench.page.evaluate((order) => window.bench.quality(order), {
          codec,
          bits,
          ...grain,
        })
        if (!found) {
          console.error(`${codec} is not encoded here at this size`)
          continue
        }
        const row = {
          style,
          codec: found.codec,
          bits,
          wanted_kbps: Math.round(found.wantedKbitPerSecond),
          kbps: Math.round(found.kbitPerSecond),
          ssim: round(found.ssim, 4),
          ssim_luma: round(found.luma, 4),
          ssim_worst_5_percent: round(found.worst, 4),
          psnr: round(found.psnr),
          frames: found.frames,
        }
        console.error(JSON.stringify(row))
        results.push(row)
      }
    }
  }
  console.table(results)
  const least = Math.min(...results.filter(({ bits }) => bits === 1).map(({ ssim }) => ssim))
  console.log(
    JSON.stringify({
      size: values.size,
      fps: Number(values.fps),
      seconds: Number(values.seconds),
      least_ssim: Number.isFinite(least) ? least : null,
      passes: Number.isFinite(least) ? least >= LEAST_SSIM : null,
      results,
    }),
  )
} finally {
  await bench.close()
}
process.exit(0)

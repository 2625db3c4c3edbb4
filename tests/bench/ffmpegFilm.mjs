/**
 * The same film by ffmpeg: zoompan for the moves, xfade for the transitions, its own filters for the look, libx264 veryfast.
 * Where it has nothing of the kind (jitter, flicker, light leaks, fine points of lettering) it is spared the work.
 */
import { spawnSync } from 'node:child_process'

/** What `xfade` calls our transitions; null is a cut. */
const TRANSITIONS = {
  cut: () => null,
  dissolve: () => 'fade',
  slide: (direction) => `slide${direction}`,
  push: (direction) => `slide${direction}`,
  zoom: () => 'zoomin',
  wipe: (direction) => `smooth${direction}`,
  black: () => 'fadeblack',
  film_edge: (direction) => `slide${direction}`,
  leak: () => 'fade',
}

const even = (value) => 2 * Math.max(1, Math.round(value / 2))

/**
 * @param {{ storyboard: import('../../src/domain/storyboard').Storyboard, fileOf: (photoId: string) => string, sound: string | null, output: string, supersample: number }} film
 *   `fileOf` and `sound` give paths; `sound` is a film with the music, null for a silent one
 * @returns {{ wall: number, cpu: number } | null} seconds; null when there is no ffmpeg or it fails
 */
export function ffmpegFilm({ storyboard, fileOf, sound, output, supersample }) {
  if (spawnSync('ffmpeg', ['-version']).status !== 0) return null
  const { shots, fps, frameCount } = storyboard
  const photos = shots.flatMap(({ panels }) => panels.map(({ photoId }) => fileOf(photoId)))
  const graph = [
    ...shotFilters(storyboard, supersample),
    ...transitionFilters(shots, fps),
    endFilter(storyboard),
  ]
  // prettier-ignore
  const args = ['-hide_banner', '-benchmark', '-y', ...photos.flatMap((path) => ['-i', path]), ...(sound ? ['-i', sound] : []),
    '-filter_complex', graph.join(';'), '-map', '[film]', ...(sound ? ['-map', `${photos.length}:a`, '-c:a', 'aac', '-b:a', '192k'] : []),
    '-frames:v', String(frameCount), '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '8M', '-movflags', '+faststart', output]
  const started = performance.now()
  const { status, stderr } = spawnSync('ffmpeg', args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  const wall = (performance.now() - started) / 1000
  const times = /utime=([\d.]+)s stime=([\d.]+)s/.exec(stderr)
  if (status !== 0 || !times) {
    console.error(stderr.split('\n').slice(-6).join('\n'))
    return null
  }
  return { wall, cpu: Number(times[1]) + Number(times[2]) }
}

/** Each shot as a stream of its own, `[v0]`, `[v1]`, …, in the size of the stage and in its look. */
function shotFilters({ shots, stage, fps, look }, supersample) {
  let input = 0
  return shots.flatMap(({ startFrame, endFrame, motionEndFrame, panels }, shot) => {
    const timing = { frames: endFrame - startFrame, moving: Math.max(1, motionEndFrame - startFrame), fps }
    const placed = panels.map((panel) => ({
      panel,
      x: even(panel.area.x * stage.width) - (panel.area.x === 0 ? 2 : 0),
      y: even(panel.area.y * stage.height) - (panel.area.y === 0 ? 2 : 0),
      width: even(panel.area.width * stage.width),
      height: even(panel.area.height * stage.height),
    }))
    const moves = placed.map((place) => moveFilter(place, input++, timing, supersample))
    const finish = `${gradeFilter(look)}setsar=1,settb=1/${fps},format=yuv420p[v${shot}]`
    const isWhole =
      placed.length === 1 && placed[0].width === stage.width && placed[0].height === stage.height
    if (isWhole) return [...moves, `[p${input - 1}]${finish}`]
    const first = input - placed.length
    const canvas = `color=black:s=${stage.width}x${stage.height}:r=${fps}:d=${timing.frames / fps}[o${shot}_0]`
    const overlays = placed.map(({ x, y }, n) => {
      const last = n === placed.length - 1
      return `[o${shot}_${n}][p${first + n}]overlay=${x}:${y}:shortest=1${last ? `,${finish}` : `[o${shot}_${n + 1}]`}`
    })
    return [...moves, canvas, ...overlays]
  })
}

/** One photo moving in its area, as `[p<input>]`. */
function moveFilter(
  { panel: { fit, from, to }, width, height },
  input,
  { frames, moving, fps },
  supersample,
) {
  const along = (a, b) => `(${a}+(${b - a})*min(on/${moving},1))`
  const w = width * supersample
  const h = height * supersample
  const fill = (at, by) => `scale=${at}:${by}:force_original_aspect_ratio=increase,crop=${at}:${by}`
  const still =
    fit === 'cover'
      ? `[${input}:v]${fill(w, h)}`
      : `[${input}:v]split[a${input}][b${input}];[a${input}]${fill(even(width / 8), even(height / 8))},` +
        `boxblur=6:3,eq=brightness=-0.2,scale=${w}:${h}[c${input}];` +
        `[b${input}]scale=${w}:${h}:force_original_aspect_ratio=decrease[d${input}];[c${input}][d${input}]overlay=(W-w)/2:(H-h)/2`
  return (
    `${still},zoompan=z='${along(from.zoom, to.zoom)}':x='${along(from.centerX, to.centerX)}*iw-iw/zoom/2'` +
    `:y='${along(from.centerY, to.centerY)}*ih-ih/zoom/2':d=${frames}:s=${width}x${height}:fps=${fps}[p${input}]`
  )
}

/** The style's colours; ends with a comma where there are any. */
function gradeFilter({ curve, saturation, shadows, lights }) {
  const filters = []
  const isPlain = curve.every(([from, to]) => from === to)
  if (!isPlain) filters.push(`curves=all='${curve.map(([from, to]) => `${from}/${to}`).join(' ')}'`)
  if (saturation !== 1) filters.push(`eq=saturation=${saturation}`)
  const tints = [...shadows, ...lights]
  if (tints.some((tint) => tint !== 0)) {
    const [bs, rs, bh, rh] = tints.map((tint) => Math.max(-1, Math.min(1, tint)))
    filters.push(`colorbalance=rs=${rs}:bs=${bs}:rh=${rh}:bh=${bh}`)
  }
  return filters.map((filter) => `${filter},`).join('')
}

/** Joins the shots to `[x<last>]`. */
function transitionFilters(shots, fps) {
  return shots.slice(1).map(({ transition, startFrame }, at) => {
    const before = at === 0 ? 'v0' : `x${at}`
    const kind = transition.frames > 0 ? TRANSITIONS[transition.kind](transition.direction) : null
    // `concat` and `xfade` count time differently unless told.
    const join =
      kind === null
        ? `concat=n=2:v=1:a=0,settb=1/${fps},fps=${fps}`
        : `xfade=transition=${kind}:duration=${transition.frames / fps}:offset=${startFrame / fps}`
    return `[${before}][v${at + 1}]${join}[x${at + 1}]`
  })
}

/** Texts, grain, vignette, fades and bars over the whole film, as `[film]`. */
function endFilter({
  shots,
  overlays,
  stage,
  look,
  fps,
  frameCount,
  fadeInFrames,
  fadeOutFrames,
  width,
  height,
}) {
  const last = shots.length === 1 ? 'v0' : `x${shots.length - 1}`
  const plain = (text) => text.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
  const lookFilters = [
    ...(look.vignette > 0 ? [`vignette=angle=${(look.vignette * Math.PI) / 4}`] : []),
    ...(look.grain > 0 ? [`noise=c0s=${Math.max(1, Math.round(look.grain * 20))}:c0f=t`] : []),
  ]
  const bars =
    stage.width === width && stage.height === height
      ? []
      : [`pad=${width}:${height}:${stage.x}:${stage.y}:black`]
  const texts = overlays.map(
    ({ kind, text, startFrame, endFrame }) =>
      `drawtext=text='${plain(text)}':fontcolor=white:fontsize=${Math.round(height * (kind === 'title' ? 0.1 : 0.045))}:x=(w-tw)/2:` +
      `y=${kind === 'title' ? '(h-th)/2' : 'h*0.88'}:enable='between(n,${startFrame},${endFrame - 1})'`,
  )
  const fades = [
    `fade=in:0:${Math.max(1, fadeInFrames)}`,
    `fade=out:${frameCount - fadeOutFrames}:${Math.max(1, fadeOutFrames)}`,
    `fps=${fps}`,
  ]
  return `[${last}]${[...lookFilters, ...bars, ...texts, ...fades].join(',')},format=yuv420p[film]`
}

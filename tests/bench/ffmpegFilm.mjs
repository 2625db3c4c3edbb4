/** The same film by ffmpeg: zoompan for the moves, xfade for the dissolves, libx264 veryfast. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * @param {{ storyboard: any, fileOf: (photoId: string) => string, folder: string, output: string, supersample: number }} film
 * @returns {{ wall: number, cpu: number } | null} seconds; null when there is no ffmpeg or it fails
 */
export function ffmpegFilm({ storyboard, fileOf, folder, output, supersample }) {
  if (spawnSync('ffmpeg', ['-version']).status !== 0) return null
  const { shots, fps, frameCount } = storyboard
  const inputs = shots.flatMap((shot) => ['-i', join(folder, fileOf(shot.panels[0].photoId))])
  const graph = [
    ...shots.map((shot, index) => moveFilter(shot, index, storyboard, supersample)),
    ...dissolveFilters(shots, fps),
    endFilter(storyboard),
  ].join(';')
  const started = performance.now()
  const { status, stderr } = spawnSync(
    'ffmpeg',
    // prettier-ignore
    ['-hide_banner', '-benchmark', '-y', ...inputs, '-filter_complex', graph, '-map', '[film]', '-frames:v', String(frameCount),
      '-c:v', 'libx264', '-preset', 'veryfast', '-b:v', '8M', '-movflags', '+faststart', output],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  const wall = (performance.now() - started) / 1000
  const times = /utime=([\d.]+)s stime=([\d.]+)s/.exec(stderr)
  if (status !== 0 || !times) {
    console.error(stderr.split('\n').slice(-6).join('\n'))
    return null
  }
  return { wall, cpu: Number(times[1]) + Number(times[2]) }
}

function moveFilter(
  { startFrame, endFrame, panels: [{ fit, from, to }] },
  index,
  { width, height, fps },
  supersample,
) {
  const frames = endFrame - startFrame
  const along = (a, b) => `(${a}+(${b - a})*on/${frames})`
  const w = width * supersample
  const h = height * supersample
  const fill = `scale=${w}:${h}:force_original_aspect_ratio=increase,crop=${w}:${h}`
  const still =
    fit === 'cover'
      ? `[${index}:v]${fill}`
      : `[${index}:v]split[a${index}][b${index}];[a${index}]scale=${width / 8}:${height / 8}:force_original_aspect_ratio=increase,` +
        `crop=${width / 8}:${height / 8},boxblur=6:3,eq=brightness=-0.2,scale=${w}:${h}[c${index}];` +
        `[b${index}]scale=${w}:${h}:force_original_aspect_ratio=decrease[d${index}];[c${index}][d${index}]overlay=(W-w)/2:(H-h)/2`
  return (
    `${still},zoompan=z='${along(from.zoom, to.zoom)}':x='${along(from.centerX, to.centerX)}*iw-iw/zoom/2'` +
    `:y='${along(from.centerY, to.centerY)}*ih-ih/zoom/2':d=${frames}:s=${width}x${height}:fps=${fps},` +
    `setsar=1,settb=1/${fps},format=yuv420p[v${index}]`
  )
}

function dissolveFilters(shots, fps) {
  return shots.slice(1).map((shot, at) => {
    const before = at === 0 ? 'v0' : `x${at}`
    const duration = Math.max(1, shot.transition.frames) / fps
    return `[${before}][v${at + 1}]xfade=transition=fade:duration=${duration}:offset=${shot.startFrame / fps}[x${at + 1}]`
  })
}

function endFilter({ shots, overlays, fps, frameCount, fadeInFrames, fadeOutFrames, height }) {
  const last = shots.length === 1 ? 'v0' : `x${shots.length - 1}`
  const plain = (text) => text.replaceAll(/[^\p{L}\p{N} ]/gu, ' ')
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
  return `[${last}]${[...texts, ...fades].join(',')},format=yuv420p[film]`
}

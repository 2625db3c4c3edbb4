import { filmSize } from '@/domain/video'
import type { AspectRatio, Style } from '@/domain/project'
import type { Storyboard } from '@/domain/storyboard'
import { analysePhoto } from '@/media/analysePhoto'
import { ingestPhoto } from '@/media/ingestPhoto'
import { paintSamplePhotos } from '@/media/paintSamplePhotos'
import { prepareUpload } from '@/media/prepareUpload'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { directFilm, type DirectedPhoto } from '@/story/directFilm'
import { paintTiles, type Tile } from './paintTiles'

/** What `sheets.mjs` asks this page to do. */
interface SheetWishes {
  readonly style: Style
  readonly rows: readonly { readonly aspect: AspectRatio; readonly tiles: number; readonly perRow: number }[]
  readonly title: string
  readonly seconds: number
  /** Pixels. */
  readonly width: number
}

const GAP = 6
const photos: DirectedPhoto[] = []
const files = new Map<string, Blob>()

/** Reads photos as the app does; `names` are served under `photos/<index>`, without them the samples are painted. */
async function prepare(names: readonly string[] | null, captions: Record<string, string>): Promise<number> {
  const given = names ? await fetchAll(names) : await paintSamplePhotos()
  for (const file of given) {
    const { facts } = await ingestPhoto(file)
    const id = crypto.randomUUID()
    const { width, height, takenAt, utcOffsetMinutes, camera } = facts
    const analysis = await analysePhoto(file, facts)
    const isHeic = facts.mimeType === 'image/heic'
    files.set(id, isHeic ? (await prepareUpload(file, facts, { keepLocation: false })).photo : file)
    const caption = captions[file.name] ?? ''
    photos.push({ id, width, height, takenAt, utcOffsetMinutes, camera, analysis, caption })
  }
  return photos.length
}

const fetchAll = (names: readonly string[]) =>
  Promise.all(
    names.map(async (name, index) => new File([await (await fetch(`/photos/${index}`)).blob()], name)),
  )

/** One picture of frames from films of a style: a film for each kind of row. @returns a data URL */
async function sheet(wishes: SheetWishes, type: 'image/jpeg' | 'image/png'): Promise<string> {
  const compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  const rows: Row[] = []
  for (const { aspect, tiles, perRow } of wishes.rows) {
    const storyboard = direct(wishes, aspect)
    const painted = await paintTiles(compositor, storyboard, tiles, readPhoto)
    for (let at = 0; at < painted.length; at += perRow)
      rows.push({ perRow, tiles: painted.slice(at, at + perRow) })
  }
  const canvas = layRows(rows, wishes.width)
  const blob = await canvas.convertToBlob({ type, quality: 0.82 })
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () =>
      typeof reader.result === 'string' ? resolve(reader.result) : reject(new Error('no sheet')),
    )
    reader.addEventListener('error', () => reject(new Error('the sheet cannot be read')))
    reader.readAsDataURL(blob)
  })
}

function direct({ style, title, seconds }: SheetWishes, aspect: AspectRatio): Storyboard {
  return directFilm({
    ...filmSize(aspect, '720p'),
    photos,
    title,
    subtitle: '',
    style,
    durationSeconds: seconds,
    fps: 30,
    music: { kind: 'score', mood: 'auto', seed: 1 },
  })
}

async function readPhoto(id: string): Promise<Blob> {
  const file = files.get(id)
  if (!file) throw new Error(`no photo ${id}`)
  return file
}

interface Row {
  readonly perRow: number
  readonly tiles: readonly Tile[]
}

function layRows(rows: readonly Row[], width: number): OffscreenCanvas {
  const laid = rows.map(({ perRow, tiles }) => {
    const across = (width - GAP * (perRow + 1)) / perRow
    const [first] = tiles
    return {
      tiles,
      across,
      height: first ? Math.round((across * first.picture.height) / first.picture.width) : 0,
    }
  })
  const canvas = new OffscreenCanvas(
    width,
    laid.reduce((sum, { height }) => sum + height + GAP, GAP),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#1b1b1b'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  let y = GAP
  for (const { tiles, across, height } of laid) {
    let x = GAP
    for (const { picture, label } of tiles) {
      context.drawImage(picture, x, y, across, height)
      context.font = '11px sans-serif'
      context.fillStyle = 'rgba(0,0,0,0.55)'
      context.fillRect(x, y, context.measureText(label).width + 8, 16)
      context.fillStyle = '#ffffff'
      context.fillText(label, x + 4, y + 12)
      x += across + GAP
    }
    y += height + GAP
  }
  return canvas
}

const films = { prepare, sheet }
Object.assign(window, { films })
declare global {
  interface Window {
    films: typeof films
  }
}

import { findBox, isoBoxes, type IsoBox } from './isoBoxes'
import type { PictureSize } from '../pictureSize'

/**
 * The properties of the primary picture of a HEIF file (HEIC or AVIF), in the order in which they are applied.
 * Null where the file has none. Throws RangeError when the file ends too early.
 */
export function heifProperties(view: DataView): IsoBox[] | null {
  const meta = findBox(view, 'meta', 0, view.byteLength)
  if (!meta) return null
  const inMeta = meta.start + 4
  const primary = findBox(view, 'pitm', inMeta, meta.end)
  const properties = findBox(view, 'iprp', inMeta, meta.end)
  if (!primary || !properties) return null
  const container = findBox(view, 'ipco', properties.start, properties.end)
  const associations = findBox(view, 'ipma', properties.start, properties.end)
  if (!container || !associations) return null

  const known = [...isoBoxes(view, container.start, container.end)]
  return propertyIndexes(view, associations, primaryItemId(view, primary)).flatMap(
    (index) => known[index - 1] ?? [],
  )
}

/**
 * The size of a HEIF file's primary picture after its rotation (`irot`) and, in HEIC, its crop (`clap`): decoders apply
 * them themselves, so that this is the size they hand out. EXIF orientation means nothing in HEIF.
 * Throws RangeError when the file ends too early.
 */
export function heifSize(bytes: Uint8Array, mimeType: 'image/avif' | 'image/heic'): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: PictureSize | null = null
  for (const { type, start } of heifProperties(view) ?? []) {
    if (type === 'ispe') {
      size = { width: view.getUint32(start + 4), height: view.getUint32(start + 8) }
    } else if (type === 'clap' && size && mimeType === 'image/heic') {
      size = cropped(size, view, start)
    } else if (type === 'irot' && size && view.getUint8(start) % 2 === 1) {
      size = { width: size.height, height: size.width }
    }
  }
  return size
}

/** How many pixels are decoded, whatever a crop leaves of them. */
export function heifPixels(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const stored = (heifProperties(view) ?? []).filter(({ type }) => type === 'ispe')
  return Math.max(0, ...stored.map(({ start }) => view.getUint32(start + 4) * view.getUint32(start + 8)))
}

/** Width and height of a `clap` are fractions. One that makes no sense is no crop. */
function cropped(size: PictureSize, view: DataView, at: number): PictureSize {
  const width = Math.round(view.getUint32(at) / view.getUint32(at + 4))
  const height = Math.round(view.getUint32(at + 8) / view.getUint32(at + 12))
  const fits = width > 0 && height > 0 && width <= size.width && height <= size.height
  return fits ? { width, height } : size
}

function primaryItemId(view: DataView, box: IsoBox): number {
  const version = view.getUint8(box.start)
  return version === 0 ? view.getUint16(box.start + 4) : view.getUint32(box.start + 4)
}

/** One-based indexes into `ipco` of the properties that belong to an item. */
function propertyIndexes(view: DataView, box: IsoBox, wanted: number): number[] {
  const version = view.getUint8(box.start)
  const wide = (view.getUint8(box.start + 3) & 1) === 1
  const count = view.getUint32(box.start + 4)
  let at = box.start + 8
  for (let entry = 0; entry < count && at < box.end; entry++) {
    const id = version < 1 ? view.getUint16(at) : view.getUint32(at)
    at += version < 1 ? 2 : 4
    const indexes: number[] = []
    const associated = view.getUint8(at)
    at += 1
    for (let i = 0; i < associated; i++) {
      indexes.push(wide ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f)
      at += wide ? 2 : 1
    }
    if (id === wanted) return indexes
  }
  return []
}

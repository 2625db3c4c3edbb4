import { findBox, isoBoxes, type IsoBox } from './isoBoxes'
import type { PictureSize } from '../pictureSize'

/**
 * The size of an AVIF's primary picture after its rotation (`irot`): AVIF decoders have to apply `irot` and `imir`
 * themselves, so that this is the size they hand out. EXIF orientation means nothing in AVIF.
 * Throws RangeError when the file ends too early.
 */
export function avifSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const meta = findBox(view, 'meta', 0, bytes.length)
  if (!meta) return null
  const inMeta = meta.start + 4
  const primary = findBox(view, 'pitm', inMeta, meta.end)
  const properties = findBox(view, 'iprp', inMeta, meta.end)
  if (!primary || !properties) return null
  const container = findBox(view, 'ipco', properties.start, properties.end)
  const associations = findBox(view, 'ipma', properties.start, properties.end)
  if (!container || !associations) return null

  const known = [...isoBoxes(view, container.start, container.end)]
  const own = propertyIndexes(view, associations, primaryItemId(view, primary)).map(
    (index) => known[index - 1],
  )
  const size = own.find((property) => property?.type === 'ispe')
  if (!size) return null
  const width = view.getUint32(size.start + 4)
  const height = view.getUint32(size.start + 8)
  const rotation = own.find((property) => property?.type === 'irot')
  const sideways = rotation !== undefined && view.getUint8(rotation.start) % 2 === 1
  return sideways ? { width: height, height: width } : { width, height }
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

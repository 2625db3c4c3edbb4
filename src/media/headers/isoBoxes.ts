/** A box of an ISO base media file. `start` and `end` bound its content; `type` is its four characters. */
export interface IsoBox {
  type: string
  start: number
  end: number
}

/**
 * The boxes between `from` and `to`, in file order, not descending. A size that does not fit ends the walk.
 * Throws RangeError when a box header is cut off.
 */
export function* isoBoxes(view: DataView, from: number, to: number): Generator<IsoBox> {
  let at = from
  while (at + 8 <= to) {
    const declared = view.getUint32(at)
    const wide = declared === 1
    const size = declared === 0 ? to - at : wide ? Number(view.getBigUint64(at + 8)) : declared
    const header = wide ? 16 : 8
    if (size < header || at + size > to) return
    yield { type: fourCharacters(view, at + 4), start: at + header, end: at + size }
    at += size
  }
}

/** The first box of that type between `from` and `to`, or null. */
export function findBox(view: DataView, type: string, from: number, to: number): IsoBox | null {
  for (const box of isoBoxes(view, from, to)) if (box.type === type) return box
  return null
}

function fourCharacters(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  )
}

/** Where a key leads from a place in a grid, as a place within it; null when the key means nothing here. */
export function nextPlace(key: string, place: number, columns: number, total: number): number | null {
  const last = total - 1
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, place + 1)
    case 'ArrowLeft':
      return Math.max(0, place - 1)
    case 'ArrowDown':
      return place + columns > last
        ? rowOf(place, columns) === rowOf(last, columns)
          ? place
          : last
        : place + columns
    case 'ArrowUp':
      return place < columns ? place : place - columns
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

const rowOf = (place: number, columns: number) => Math.floor(place / columns)

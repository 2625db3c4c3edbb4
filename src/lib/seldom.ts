/** `act` made patient: at most once in so many milliseconds, and always once more after the last call. */
export function seldom(milliseconds: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      act()
    }, milliseconds)
  }
}

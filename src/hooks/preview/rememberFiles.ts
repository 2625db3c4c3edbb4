/** Reads files once, for as long as what it returns is kept; what failed is asked for again. */
export function rememberFiles(read: (key: string) => Promise<Blob>): (key: string) => Promise<Blob> {
  const files = new Map<string, Promise<Blob>>()
  return (key) => {
    const known = files.get(key)
    if (known) return known
    const reading = read(key)
    files.set(key, reading)
    reading.catch(() => files.delete(key))
    return reading
  }
}

/** A file in memory with the manners of a `FileSystemSyncAccessHandle`, also of one on a full disk. */
export function memoryFile(room = Infinity) {
  let bytes = new Uint8Array()
  return {
    write: (data: Uint8Array<ArrayBuffer>, { at }: { at: number }) => {
      if (at + data.byteLength > room) return 4_294_967_288
      const longer = new Uint8Array(Math.max(bytes.length, at + data.byteLength))
      longer.set(bytes)
      longer.set(data, at)
      bytes = longer
      return data.byteLength
    },
    truncate: (size: number) => {
      bytes = bytes.slice(0, size)
    },
    flush: () => undefined,
    close: () => undefined,
    blob: () => new Blob([bytes], { type: 'video/mp4' }),
  }
}

/** The size in pixels of the picture as the file stores it: what a decoder that ignores EXIF hands out. */
export interface StoredSize {
  width: number
  height: number
}

/**
 * Smaller copies of photos that take long to decode, from when a photo is read until it has been looked at. An upright
 * JPEG stands for the file itself, as long as somebody holds that.
 */
export const quickCopies = new WeakMap<Blob, Blob>()

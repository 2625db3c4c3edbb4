import {
  ALL_FORMATS,
  BlobSource,
  EncodedPacketSink,
  Input,
  VideoSampleSink,
  type InputTrack,
} from 'mediabunny'
import type { Rgb } from './paintedPhotos'

/** A film opened again, read by another library than the one under test wrote it with where possible. */
export async function readFilm(file: Blob) {
  const input = new Input({ source: new BlobSource(file), formats: ALL_FORMATS })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error('no video track')
  const sink = new VideoSampleSink(track)
  return {
    track,
    sound: await input.getPrimaryAudioTrack(),
    durationSeconds: await track.computeDuration(),
    tags: await input.getMetadataTags(),
    packets: (await track.computePacketStats()).packetCount,
    /** A digest of each packet's bytes, in their order. */
    packetHashes: () => packetHashes(track),
    /** The same of the sound; empty in a silent film. */
    audioHashes: async () => {
      const sound = await input.getPrimaryAudioTrack()
      return sound ? packetHashes(sound) : []
    },
    keyFrameSeconds: async () => {
      const seconds: number[] = []
      for await (const { type, timestamp } of new EncodedPacketSink(track).packets()) {
        if (type === 'key') seconds.push(timestamp)
      }
      return seconds
    },
    /** The Y plane of the frame shown at a time. */
    luma: async (seconds: number) => {
      const sample = await sink.getSample(seconds)
      if (!sample) throw new Error(`no frame at ${seconds}`)
      const frame = sample.toVideoFrame()
      const bytes = new Uint8Array(frame.allocationSize())
      const [layout] = await frame.copyTo(bytes)
      const { codedWidth, displayWidth, displayHeight } = frame
      const stride = layout?.stride ?? codedWidth
      const plane = new Uint8Array(displayWidth * displayHeight)
      for (let y = 0; y < displayHeight; y++) {
        plane.set(bytes.subarray(y * stride, y * stride + displayWidth), y * displayWidth)
      }
      frame.close()
      sample.close()
      return plane
    },
    /** The mean colour around a place of the picture (0..1) at a time. */
    colourAt: async (seconds: number, x: number, y: number) => {
      const sample = await sink.getSample(seconds)
      if (!sample) throw new Error(`no frame at ${seconds}`)
      const canvas = new OffscreenCanvas(64, 36)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no canvas')
      sample.draw(context, 0, 0, 64, 36)
      sample.close()
      const { data } = context.getImageData(Math.round(x * 63), Math.round(y * 35), 1, 1)
      return { r: data[0] ?? NaN, g: data[1] ?? NaN, b: data[2] ?? NaN }
    },
  }
}

async function packetHashes(track: InputTrack): Promise<string[]> {
  const hashes: string[] = []
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', new Uint8Array(data)))
    hashes.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''))
  }
  return hashes
}

/** Largest difference of a channel. */
export const colourDistance = (one: Rgb, other: Rgb) =>
  Math.max(Math.abs(one.r - other.r), Math.abs(one.g - other.g), Math.abs(one.b - other.b))

/** Names and order of a file's top-level MP4 boxes. */
export async function topLevelBoxes(file: Blob): Promise<string[]> {
  const names: string[] = []
  for (let offset = 0; offset < file.size;) {
    const header = new DataView(await file.slice(offset, offset + 16).arrayBuffer())
    names.push(String.fromCharCode(...[4, 5, 6, 7].map((at) => header.getUint8(at))))
    const size = header.getUint32(0)
    offset += size === 1 ? Number(header.getBigUint64(8)) : size
  }
  return names
}

/** Names of all files that films have left in the origin's private file system. */
export async function filesOnDisk(): Promise<string[]> {
  const root = await navigator.storage.getDirectory()
  const names: string[] = []
  for await (const [name, handle] of root.entries()) {
    if (name !== 'photomemory-films' || !(handle instanceof FileSystemDirectoryHandle)) continue
    for await (const [film, folder] of handle.entries()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue
      names.push(film)
    }
  }
  return names
}

import { EncodedPacket } from 'mediabunny'
import { z } from 'zod'

/** How a decoder is set up for the packets: what of `VideoDecoderConfig` and `AudioDecoderConfig` a container needs. */
export interface StreamConfig {
  readonly codec: string
  readonly description: Uint8Array<ArrayBuffer> | null
  readonly codedWidth?: number
  readonly codedHeight?: number
  readonly sampleRate?: number
  readonly numberOfChannels?: number
}

export interface PacketFile {
  readonly config: StreamConfig
  readonly packets: readonly EncodedPacket[]
}

const MAGIC = 0x504d_5331 // "PMS1"
const PREFIX_BYTES = 8
const HASH_BYTES = 32

const count = z.int().positive()
const headerSchema = z.object({
  config: z.object({
    codec: z.string(),
    description: z.array(z.int().min(0).max(255)).nullable(),
    codedWidth: count.exactOptional(),
    codedHeight: count.exactOptional(),
    sampleRate: count.exactOptional(),
    numberOfChannels: count.exactOptional(),
  }),
  packets: z.array(
    z.tuple([z.int().nonnegative(), z.enum(['key', 'delta']), z.number(), z.number().nonnegative()]),
  ),
})

// [Note: torn files] A file that a crash or a power cut left half written has another length or another hash than it
// says, so nothing needs to be flushed to the disk while a film is made. The hash costs 1 ms per megabyte.

/** Packs packets with all that is needed to go on with them later: prefix, header in JSON, their bytes, SHA-256. */
export async function packPackets({ config, packets }: PacketFile): Promise<Uint8Array<ArrayBuffer>> {
  const header = new TextEncoder().encode(
    JSON.stringify({
      config: { ...config, description: config.description && [...config.description] },
      packets: packets.map(({ byteLength, type, timestamp, duration }) => [
        byteLength,
        type,
        timestamp,
        duration,
      ]),
    }),
  )
  const dataBytes = packets.reduce((sum, { byteLength }) => sum + byteLength, 0)
  const hashed = PREFIX_BYTES + header.length + dataBytes
  const bytes = new Uint8Array(hashed + HASH_BYTES)
  const prefix = new DataView(bytes.buffer)
  prefix.setUint32(0, MAGIC)
  prefix.setUint32(4, header.length)
  bytes.set(header, PREFIX_BYTES)
  let at = PREFIX_BYTES + header.length
  for (const { data } of packets) {
    bytes.set(data, at)
    at += data.byteLength
  }
  bytes.set(await sha256(bytes.subarray(0, hashed)), hashed)
  return bytes
}

/** Opens what `packPackets` made; null when it is torn or something else. */
export async function unpackPackets(bytes: Uint8Array<ArrayBuffer>): Promise<PacketFile | null> {
  const hashed = bytes.length - HASH_BYTES
  if (hashed < PREFIX_BYTES) return null
  const prefix = new DataView(bytes.buffer, bytes.byteOffset, PREFIX_BYTES)
  if (prefix.getUint32(0) !== MAGIC) return null
  const hash = await sha256(bytes.subarray(0, hashed))
  if (hash.some((byte, index) => byte !== bytes[hashed + index])) return null
  const headerEnd = PREFIX_BYTES + prefix.getUint32(4)
  const header = parseHeader(bytes.subarray(PREFIX_BYTES, headerEnd))
  if (!header) return null
  const { description, ...config } = header.config
  let at = headerEnd
  const packets = header.packets.map(([size, type, timestamp, duration]) => {
    at += size
    return new EncodedPacket(bytes.subarray(at - size, at), type, timestamp, duration)
  })
  if (at !== hashed) return null
  return { config: { ...config, description: description && new Uint8Array(description) }, packets }
}

/** What an encoder said about its stream, in a form that can be kept. */
export function streamConfig(config: VideoDecoderConfig | AudioDecoderConfig): StreamConfig {
  const { codec, description } = config
  const bytes =
    description === undefined
      ? null
      : ArrayBuffer.isView(description)
        ? new Uint8Array(description.buffer, description.byteOffset, description.byteLength)
        : new Uint8Array(description)
  return {
    codec,
    description: bytes && new Uint8Array(bytes),
    ...('codedWidth' in config && config.codedWidth ? { codedWidth: config.codedWidth } : {}),
    ...('codedHeight' in config && config.codedHeight ? { codedHeight: config.codedHeight } : {}),
    ...('sampleRate' in config ? { sampleRate: config.sampleRate } : {}),
    ...('numberOfChannels' in config ? { numberOfChannels: config.numberOfChannels } : {}),
  }
}

function parseHeader(bytes: Uint8Array<ArrayBuffer>): z.output<typeof headerSchema> | null {
  try {
    return headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))

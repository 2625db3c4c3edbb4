import { z } from 'zod'

/** One message of the protocol "vsn 2.0.0": `[join_ref, ref, topic, event, payload]`. */
export interface Frame {
  joinRef: string | null
  ref: string | null
  topic: string
  event: string
  payload: unknown
}

/** A broadcast as clients send and receive it. */
export interface Broadcast {
  type: 'broadcast'
  event: string
  payload: unknown
}

const textFrame = z.tuple([z.string().nullable(), z.string().nullable(), z.string(), z.string(), z.unknown()])

const kind = { userBroadcastPush: 3, userBroadcast: 4 }
const encoding = { binary: 0, json: 1 }

/** @returns null for what is not a frame; the protocol has no answer to that */
export function decodeFrame(data: string | Uint8Array): Frame | null {
  if (typeof data !== 'string') return decodeBroadcastPush(data)
  const parsed = textFrame.safeParse(parseJson(data))
  if (!parsed.success) return null
  const [joinRef, ref, topic, event, payload] = parsed.data
  return { joinRef, ref, topic, event, payload }
}

/** Text, except for a broadcast of bytes, which goes out in the binary form. */
export function encodeFrame({ joinRef, ref, topic, event, payload }: Frame): string | Uint8Array {
  const broadcast = event === 'broadcast' ? binaryBroadcast.safeParse(payload).data : undefined
  if (broadcast) return encodeBroadcast(topic, broadcast.event, broadcast.payload)
  return JSON.stringify([joinRef, ref, topic, event, payload])
}

const binaryBroadcast = z.object({ event: z.string(), payload: z.instanceof(Uint8Array) })

/** realtime-js sends broadcasts as: kind, five lengths, encoding, then the five texts and the payload. */
function decodeBroadcastPush(bytes: Uint8Array): Frame | null {
  const [messageKind, joinRefSize = 0, refSize = 0, topicSize = 0, eventSize = 0, metaSize = 0, encoded] =
    bytes
  if (messageKind !== kind.userBroadcastPush) return null
  const latin1 = new TextDecoder('latin1')
  let offset = 7
  const take = (size: number) => latin1.decode(bytes.subarray(offset, (offset += size)))
  const joinRef = take(joinRefSize)
  const ref = take(refSize)
  const topic = take(topicSize)
  const event = take(eventSize)
  take(metaSize)
  const body = bytes.slice(offset)
  const payload: unknown = encoded === encoding.json ? parseJson(new TextDecoder().decode(body)) : body
  const broadcast: Broadcast = { type: 'broadcast', event, payload }
  return { joinRef, ref, topic, event: 'broadcast', payload: broadcast }
}

function encodeBroadcast(topic: string, event: string, payload: Uint8Array): Uint8Array {
  const [topicBytes, eventBytes] = [new TextEncoder().encode(topic), new TextEncoder().encode(event)]
  const header = [kind.userBroadcast, topicBytes.length, eventBytes.length, 0, encoding.binary]
  return Uint8Array.from([...header, ...topicBytes, ...eventBytes, ...payload])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

import { EncodedPacket } from 'mediabunny'
import { expect, it } from 'vitest'
import { packPackets, streamConfig, unpackPackets } from './packetFile'

const bytes = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17) & 255)
const config = { codec: 'avc1.640028', description: bytes(40, 1), codedWidth: 640, codedHeight: 360 }
const packets = [
  new EncodedPacket(bytes(900, 2), 'key', 0, 1 / 30),
  new EncodedPacket(bytes(70, 3), 'delta', 1 / 30, 1 / 30),
]

it('gives back the packets and what describes them', async () => {
  const opened = await unpackPackets(await packPackets({ config, packets }))
  expect(opened?.config).toEqual(config)
  expect(
    opened?.packets.map(({ data, type, timestamp, duration }) => ({ data, type, timestamp, duration })),
  ).toEqual(packets.map(({ data, type, timestamp, duration }) => ({ data, type, timestamp, duration })))
})

it('keeps sound that begins before the film', async () => {
  const sound = { codec: 'mp4a.40.2', description: null, sampleRate: 48_000, numberOfChannels: 2 }
  const early = [new EncodedPacket(bytes(300, 4), 'key', -0.021, 0.021)]
  const opened = await unpackPackets(await packPackets({ config: sound, packets: early }))
  expect(opened?.config).toEqual(sound)
  expect(opened?.packets[0]?.timestamp).toBe(-0.021)
})

it('takes what an encoder says, whatever kind of bytes describe it', () => {
  const whole = bytes(10, 5)
  const inside = new DataView(whole.buffer, 2, 4)
  expect(streamConfig({ codec: 'x', description: inside }).description).toEqual(whole.slice(2, 6))
  expect(streamConfig({ codec: 'x', description: whole.buffer }).description).toEqual(whole)
  expect(streamConfig({ codec: 'vp09.00.31.08' })).toEqual({ codec: 'vp09.00.31.08', description: null })
})

it('notices a file that was torn at any place', async () => {
  const file = await packPackets({ config, packets })
  for (const length of [0, 5, 20, 100, file.length - 400, file.length - 33, file.length - 1]) {
    expect(await unpackPackets(file.slice(0, length)), `${length} bytes`).toBeNull()
  }
})

it('notices a single bit that has changed, in every part', async () => {
  const file = await packPackets({ config, packets })
  for (const at of [0, 5, 30, file.length - 500, file.length - 40, file.length - 10]) {
    const damaged = file.slice()
    damaged[at] = (damaged[at] ?? 0) ^ 4
    expect(await unpackPackets(damaged), `byte ${at}`).toBeNull()
  }
})

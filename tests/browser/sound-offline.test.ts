import { expect, it, vi } from 'vitest'
import { encodeSound } from '@/render/encode/encodeSound'

// In a file of its own: an encoder that was loaded once stays.
vi.mock('@mediabunny/aac-encoder', () => ({
  registerAacEncoder: () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  },
}))

async function* silence() {
  await Promise.resolve()
  yield { left: new Float32Array(48_000), right: new Float32Array(48_000) }
}

it('gives a film Opus when the encoder for AAC cannot be loaded', async () => {
  const sound = await encodeSound(silence(), { codec: 'aac', bitrate: 160_000 })
  expect(sound.codec).toBe('opus')
  let packets = 0
  for await (const { packet } of sound.packets) packets += packet.duration > 0 ? 1 : 0
  expect(packets).toBe(50)
})

import { expect, it } from 'vitest'
import { encodeSound } from '@/render/encode/encodeSound'

// In a file of its own: an encoder that was loaded once stays.

async function* silence() {
  await Promise.resolve()
  yield { left: new Float32Array(48_000), right: new Float32Array(48_000) }
}

it('gives a film Opus when the encoder for AAC cannot be loaded', async () => {
  const offline = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  const sound = await encodeSound(silence(), { codec: 'aac', bitrate: 160_000 }, offline)
  expect(sound.codec).toBe('opus')
  let packets = 0
  for await (const { packet } of sound.packets) packets += packet.duration > 0 ? 1 : 0
  expect(packets).toBe(50)
})

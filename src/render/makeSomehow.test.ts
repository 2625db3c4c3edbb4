import { beforeEach, expect, it, vi } from 'vitest'
import { RenderError } from '@/lib/errors'
import type { Encoding } from './encode/encoding'
import { StorageFull } from './encode/FilmWriter'
import { SoundFailure } from './encode/sound'
import { makeSomehow, type Means } from './makeSomehow'

const encoding = (hardware: boolean): Encoding => ({
  video: { codec: 'avc', config: { codec: 'avc1.640028', width: 1920, height: 1080 } },
  audio: { codec: 'aac', bitrate: 128_000 },
  mimeType: 'video/mp4',
  hardware,
  reproducible: false,
})
const reclaimed = () => new RenderError('encoder_failed', 'Codec reclaimed due to inactivity.')

/** What was done, in order. */
let done: string[]
beforeEach(() => {
  done = []
})

/** A machine with both encoders and room for all, on which the first attempts fail with these. */
function machine(failures: readonly unknown[], has: Partial<Means<string>> = {}): Means<string> {
  const left = [...failures]
  return {
    chooseEncoding: async (hardware) => encoding(hardware),
    makeRoom: async () => true,
    freeRoom: async (of) => void done.push(`free ${of}`),
    bytesNeeded: () => 84_000_000,
    make: async ({ hardware }, keeps) => {
      done.push(`${hardware ? 'hardware' : 'software'}, ${keeps ? 'kept' : 'not kept'}`)
      if (left.length > 0) throw left.shift()
      return 'a film'
    },
    ...has,
  }
}

it('F31: makes the film in software when the encoder in hardware has failed for good', async () => {
  expect(await makeSomehow(machine([reclaimed()]))).toBe('a film')
  expect(done).toEqual(['hardware, kept', 'software, kept'])
})

it('F31: says so when the encoder in software fails as well', async () => {
  const failing = makeSomehow(machine([reclaimed(), reclaimed()]))
  await expect(failing).rejects.toMatchObject({ name: 'RenderError', code: 'encoder_failed' })
})

it('F31: does not blame the encoder of the pictures for that of the sound', async () => {
  await expect(makeSomehow(machine([new SoundFailure('no sound')]))).rejects.toThrow('no sound')
  expect(done).toEqual(['hardware, kept'])
})

it('F32: says which browser cannot do it, before anything is made', async () => {
  const make = vi.fn<Means<string>['make']>()
  const means = machine([], { chooseEncoding: async () => null, make })
  await expect(makeSomehow(means)).rejects.toMatchObject({ code: 'unsupported_codec' })
  expect(make).not.toHaveBeenCalled()
})

it('F33: on a full disk does without the parts of films, and first of others', async () => {
  expect(await makeSomehow(machine([new StorageFull('full')]))).toBe('a film')
  expect(done).toEqual(['hardware, kept', 'free others', 'hardware, not kept'])
})

it('F33: leaves a disk that is full all the same as free as it can be, and says what the film needs', async () => {
  const failing = makeSomehow(machine([new StorageFull('full'), new StorageFull('full')]))
  await expect(failing).rejects.toMatchObject({ code: 'storage_full', bytesNeeded: 84_000_000 })
  expect(done).toEqual(['hardware, kept', 'free others', 'hardware, not kept', 'free all'])
})

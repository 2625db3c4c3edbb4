import { afterEach, describe, expect, it, vi } from 'vitest'
import { ASPECT_RATIOS } from '@/domain/project'
import { FILE_FORMATS, filmSize, FRAME_RATES, RESOLUTIONS } from '@/domain/video'
import { checkPlanes, paintCheckFrame } from '@/render/encode/checkFrames'
import { chooseEncoding } from '@/render/encode/codecs'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import { check } from '@/render/encode/selfCheck'

const SMALL = { width: 320, height: 180, fps: 30 }
const Real = VideoEncoder
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The browser's encoders, of which only those are there that a test wants. */
function offer(isThere: (config: VideoEncoderConfig) => boolean) {
  class Offered extends Real {
    static override async isConfigSupported(config: VideoEncoderConfig): Promise<VideoEncoderSupport> {
      if (!isThere(config)) return { supported: false, config }
      return Real.isConfigSupported({ ...config, hardwareAcceleration: 'no-preference' })
    }
    override configure(config: VideoEncoderConfig): void {
      super.configure({ ...config, hardwareAcceleration: 'no-preference' })
    }
  }
  vi.stubGlobal('VideoEncoder', Offered)
}
const inSoftware = ({ hardwareAcceleration }: VideoEncoderConfig) =>
  hardwareAcceleration === 'prefer-software'

describe('the choice', () => {
  it('is H.264 with AAC where a film plays everywhere, AV1 with Opus where its file is small', async () => {
    const everywhere = await chooseEncoding({ ...SMALL, format: 'everywhere' })
    const small = await chooseEncoding({ ...SMALL, format: 'small' })
    expect(everywhere).toMatchObject({
      video: { codec: 'avc' },
      audio: { codec: 'aac' },
      reproducible: false,
    })
    expect(small).toMatchObject({ video: { codec: 'av1' }, audio: { codec: 'opus' }, reproducible: true })
  })

  it.each([
    ['everywhere', ['vp09', 'av01'], 'vp9', 'opus'],
    ['everywhere', ['av01'], 'av1', 'opus'],
    ['small', ['vp09', 'avc1'], 'vp9', 'opus'],
    ['small', ['avc1'], 'avc', 'aac'],
    ['everywhere', ['avc1.42e0'], 'avc', 'aac'],
  ] as const)('for a film %s in a browser with %j is %s', async (format, names, codec, sound) => {
    offer((config) => inSoftware(config) && names.some((name) => config.codec.startsWith(name)))
    const encoding = await chooseEncoding({ ...SMALL, format })
    expect(encoding).toMatchObject({ video: { codec }, audio: { codec: sound } })
  })

  it('is none where there is no encoder, or none for the size', async () => {
    expect(await chooseEncoding({ width: 16_400, height: 16_400, fps: 30, format: 'everywhere' })).toBeNull()
    offer(() => false)
    expect(await chooseEncoding({ ...SMALL, format: 'everywhere' })).toBeNull()
  })

  it('exists for every film that can be asked for', async () => {
    const missing: unknown[] = []
    for (const resolution of RESOLUTIONS)
      for (const aspectRatio of ASPECT_RATIOS)
        for (const fps of FRAME_RATES)
          for (const format of FILE_FORMATS) {
            const film = { ...filmSize(aspectRatio, resolution), fps, format }
            if (!(await chooseEncoding(film))) missing.push(film)
          }
    expect(missing).toEqual([])
  })

  it('gives more pixels more bits, though fewer for each, H.264 more than AV1, and grain more than none', async () => {
    const bits = async (format: 'everywhere' | 'small', width: number, grain = 0) =>
      (await chooseEncoding({ width, height: 1080, fps: 30, grain, format }))?.video.config.bitrate ?? NaN
    expect(await bits('everywhere', 1920, 0.5)).toBeCloseTo(3.5 * (await bits('everywhere', 1920)), -1)
    const [whole, half] = [await bits('everywhere', 1920), await bits('everywhere', 960)]
    expect(whole).toBeGreaterThan(1.5 * half)
    expect(whole).toBeLessThan(2 * half)
    expect(await bits('everywhere', 1920)).toBeGreaterThan(1.5 * (await bits('small', 1920)))
  })
})

describe('an encoder in hardware', () => {
  const wishes = { ...SMALL, format: 'everywhere' } as const

  it('is taken when what it was given comes back from it', async () => {
    offer(() => true)
    const encoding = await chooseEncoding({ ...wishes, width: 322 })
    expect(encoding?.video.config.hardwareAcceleration).toBe('prefer-hardware')
    expect(encoding).toMatchObject({ hardware: true, reproducible: false })
  })

  it('is passed over for software when it is wrong, and for nothing when there is no software', async () => {
    offer(() => true)
    const distrust = () => Promise.resolve(false)
    const encoding = await chooseEncoding(wishes, distrust)
    expect(encoding?.video.config.hardwareAcceleration).toBe('prefer-software')
    expect(encoding?.hardware).toBe(false)
    offer((config) => !inSoftware(config))
    expect(await chooseEncoding(wishes, distrust)).toBeNull()
  })

  it('is not taken again after it has failed', async () => {
    offer(() => true)
    const encoding = await chooseEncoding({ ...wishes, hardware: false })
    expect(encoding?.video.config.hardwareAcceleration).toBe('prefer-software')
  })
})

describe('the self-check', () => {
  const configs = { avc: 'avc1.64001f', vp9: 'vp09.00.31.08', av1: 'av01.0.05M.08' }
  const config = (codec: string): VideoEncoderConfig => ({
    codec, width: 640, height: 360, framerate: 30, bitrate: 2e6, latencyMode: 'realtime',
    ...(codec.startsWith('avc') ? { avc: { format: 'avc' } } : {}),
  }) // prettier-ignore

  it.each(Object.entries(configs))('is passed by the %s encoder in software', async (_, codec) => {
    expect(await check(config(codec))).toBe(true)
  })

  type Encode = (frame: VideoFrame, keyFrame: boolean) => void
  const faults: Record<
    string,
    (encode: Encode, frame: VideoFrame, keyFrame: boolean, index: number) => void
  > = {
    'is a frame behind': (encode, { timestamp }, keyFrame, index) =>
      encode(
        new VideoFrame(paintCheckFrame(config(configs.avc), Math.max(0, index - 1)), { timestamp }),
        keyFrame,
      ),
    'takes blue for red': (encode, { timestamp }, keyFrame, index) => {
      const [codedWidth, codedHeight] = [640, 360]
      const [red, blue] = [1, 1.25].map((part) => ({ offset: part * codedWidth * codedHeight, stride: 320 }))
      const data = checkPlanes(codedWidth, codedHeight, index)
      const layout = [{ offset: 0, stride: codedWidth }, ...(blue && red ? [blue, red] : [])]
      encode(new VideoFrame(data, { format: 'I420', codedWidth, codedHeight, timestamp, layout }), keyFrame)
    },
    'forgets a key frame': (encode, frame, _, index) => encode(frame, index === 0),
    'loses a frame': (encode, frame, keyFrame, index) => {
      if (index !== 5) encode(frame, keyFrame)
    },
  }
  it.each(Object.entries(faults))('is not passed by one that %s', async (_, fault) => {
    let index = 0
    class Faulty extends Real {
      override encode(frame: VideoFrame, options?: VideoEncoderEncodeOptions): void {
        const encode: Encode = (other, keyFrame) => super.encode(other, { keyFrame })
        fault(encode, frame, options?.keyFrame === true, index++)
      }
    }
    vi.stubGlobal('VideoEncoder', Faulty)
    expect(await check(config(configs.avc)).catch(() => false)).toBe(false)
  })
})

describe('a frame encoder', () => {
  const config: VideoEncoderConfig = { codec: 'vp8', width: 320, height: 180, framerate: 30 }
  const nowhere = { push: () => undefined }
  const give = async (encoder: FrameEncoder, frames: number) => {
    for (let index = 0; index < frames; index++)
      await encoder.encode(paintCheckFrame(config, index), index === 0)
    await encoder.finish()
  }
  /** Encoders that do something of their own with each frame. */
  function stub(encode: (frame: VideoFrame, fail: (cause: DOMException) => void, real: () => void) => void) {
    class Stubbed extends Real {
      readonly #fail: WebCodecsErrorCallback
      constructor(init: VideoEncoderInit) {
        super(init)
        this.#fail = init.error
      }
      override encode(frame: VideoFrame, options?: VideoEncoderEncodeOptions): void {
        encode(frame, this.#fail, () => super.encode(frame, options))
      }
    }
    vi.stubGlobal('VideoEncoder', Stubbed)
  }

  it('says when it was taken away by the browser, which is no fault of its own', async () => {
    stub((_, fail) => fail(new DOMException('Codec reclaimed due to inactivity.', 'QuotaExceededError')))
    const giving = give(new FrameEncoder(config, nowhere), 3)
    await expect(giving).rejects.toMatchObject({ name: 'EncoderFailure', reclaimed: true })
    stub((_, fail) => fail(new DOMException('Encoding failed.', 'EncodingError')))
    const failing = give(new FrameEncoder(config, nowhere), 3)
    await expect(failing).rejects.toMatchObject({ name: 'EncoderFailure', reclaimed: false })
  })

  it('says when frames were lost, instead of making a film that is too short', async () => {
    stub((frame, _, encode) => {
      if (frame.timestamp !== 66_667) encode()
    })
    await expect(give(new FrameEncoder(config, nowhere), 4)).rejects.toMatchObject({ name: 'EncoderFailure' })
  })

  it('does not take for a hanging one that waits for frames itself', async () => {
    class Hoarding extends Real {
      override encode(): void {
        // It looks ahead: nothing comes out before there is more.
      }
    }
    vi.stubGlobal('VideoEncoder', Hoarding)
    vi.useFakeTimers()
    const encoder = new FrameEncoder(config, nowhere, 20)
    await encoder.encode(paintCheckFrame(config, 0), true)
    await vi.advanceTimersByTimeAsync(60_000)
    await expect(encoder.encode(paintCheckFrame(config, 1), false)).resolves.toBeUndefined()
    encoder.close()
  })

  it('does not wait for ever for one that hangs', async () => {
    class Hanging extends Real {
      override encode(): void {
        // Nothing, ever.
      }
      override async flush(): Promise<void> {
        await new Promise(() => undefined)
      }
    }
    vi.stubGlobal('VideoEncoder', Hanging)
    vi.useFakeTimers()
    const failure = give(new FrameEncoder(config, nowhere, 20), 2).catch((cause: unknown) => cause)
    await vi.advanceTimersByTimeAsync(21_000)
    expect(await failure).toMatchObject({ name: 'EncoderFailure', message: 'the encoder hangs' })
  })
})

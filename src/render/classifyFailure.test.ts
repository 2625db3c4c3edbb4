import { expect, it } from 'vitest'
import { RenderError } from '@/lib/errors'
import { classifyFailure, isPictureEncoderFailure } from './classifyFailure'
import { SoundFailure } from './encode/sound'

it('tells the encoder of the pictures from that of the sound, which both fail a film with the same code', () => {
  const failures = [new RenderError('encoder_failed', 'the encoder hangs'), new SoundFailure('no sound')]
  expect(failures.map((failure) => classifyFailure(failure).code)).toEqual([
    'encoder_failed',
    'encoder_failed',
  ])
  expect(failures.map(isPictureEncoderFailure)).toEqual([true, false])
})

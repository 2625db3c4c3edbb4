import type { Instrument, Score } from '@/domain/score'
import { VOICES } from './instruments'
import { ROOMS } from './rooms'

const LAYERS = 3
const VIBRATO_HERTZ = 5.3

/**
 * The mixing desk of one stretch: a lane for each instrument, loudness and place, so that notes share filters, and the
 * room and the echo that all of them share.
 */
export class Console {
  readonly #context: OfflineAudioContext
  readonly #lanes = new Map<string, AudioNode>()
  readonly #room: AudioNode
  readonly #echo: AudioNode
  #vibrato: OscillatorNode | null = null

  /** @param impulse the room's answer, both sides */
  constructor(context: OfflineAudioContext, impulse: AudioBuffer, score: Score) {
    this.#context = context
    const convolver = new ConvolverNode(context, { buffer: impulse, disableNormalization: true })
    const wet = new GainNode(context, { gain: decibels(ROOMS[score.mood].wet) })
    convolver.connect(wet).connect(context.destination)
    this.#room = convolver
    this.#echo = makeEcho(context, score, convolver)
  }

  /** Where a note is plugged in. */
  laneFor(instrument: Instrument, pitch: number, velocity: number): AudioNode {
    const voice = VOICES[instrument]
    const layer = Math.min(LAYERS - 1, Math.floor(velocity * LAYERS))
    const side = voice.spread === 0 ? 0 : Math.max(-1, Math.min(1, Math.round((pitch - 64) / 9)))
    const name = `${instrument} ${layer} ${side}`
    const known = this.#lanes.get(name)
    if (known) return known
    const context = this.#context
    const cut = new BiquadFilterNode(context, { type: 'highpass', frequency: voice.highpass, Q: -3 })
    const open = voice.dull * (voice.bright / voice.dull) ** ((layer + 0.5) / LAYERS)
    const tone = new BiquadFilterNode(context, { type: 'lowpass', frequency: Math.min(20_000, open), Q: -3 })
    const pan = new StereoPannerNode(context, {
      pan: Math.max(-1, Math.min(1, voice.pan + side * voice.spread)),
    })
    cut.connect(tone).connect(pan).connect(context.destination)
    if (voice.send > -40)
      pan.connect(new GainNode(context, { gain: decibels(voice.send) })).connect(this.#room)
    if (voice.echo !== null)
      pan.connect(new GainNode(context, { gain: decibels(voice.echo) })).connect(this.#echo)
    this.#lanes.set(name, cut)
    return cut
  }

  /** A vibrato that sets in after a while, as a hand or a breath does. */
  vibrato(detune: AudioParam, cents: number, at: number, seconds: number): void {
    this.#vibrato ??= startVibrato(this.#context)
    const depth = new GainNode(this.#context, { gain: 0 })
    const begin = at + Math.min(0.25, seconds * 0.3)
    depth.gain.setValueAtTime(0, begin).linearRampToValueAtTime(cents, begin + Math.min(0.4, seconds * 0.5))
    this.#vibrato.connect(depth).connect(detune)
  }
}

const decibels = (value: number) => 10 ** (value / 20)

function startVibrato(context: OfflineAudioContext): OscillatorNode {
  const oscillator = new OscillatorNode(context, { frequency: VIBRATO_HERTZ })
  oscillator.start()
  return oscillator
}

/** From side to side in dotted eighths of the piece, each time darker. */
function makeEcho(context: OfflineAudioContext, { echoSeconds }: Score, room: AudioNode): AudioNode {
  const input = new GainNode(context)
  const left = new DelayNode(context, { delayTime: echoSeconds, maxDelayTime: 2 })
  const right = new DelayNode(context, { delayTime: echoSeconds, maxDelayTime: 2 })
  const back = new GainNode(context, { gain: 0.3 })
  const dark = new BiquadFilterNode(context, { type: 'lowpass', frequency: 3200, Q: -3 })
  const panLeft = new StereoPannerNode(context, { pan: -0.7 })
  const panRight = new StereoPannerNode(context, { pan: 0.7 })
  input.connect(left).connect(dark).connect(right).connect(back).connect(left)
  dark.connect(panLeft).connect(context.destination)
  right.connect(panRight).connect(context.destination)
  panRight.connect(new GainNode(context, { gain: 0.3 })).connect(room)
  return input
}

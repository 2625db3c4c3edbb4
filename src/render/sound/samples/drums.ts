import type { Instrument } from '@/domain/score'
import { filterOf } from './filters'
import { fadeTail, noiseOf, normalisePeak, SAMPLE_RATE, type Sample } from './sample'

/** A cymbal swell or riser reaches its height after so many seconds of its sample. */
export const GROWTH_SECONDS = 4

type Wave = (seconds: number) => number
type Drum = (random: () => number) => { seconds: number; left: Wave; right?: Wave }

/** Strikes a drum once. No two strikes of a hand are the same: `take` is the one meant. */
export function strikeDrum(instrument: Instrument, take: number): Sample {
  const drum = DRUMS[instrument]
  if (!drum) throw new RangeError(`not a drum: ${instrument}`)
  const { seconds, left, right } = drum(
    noiseOf(take * 977 + instrument.length * 31 + instrument.charCodeAt(0)),
  )
  const render = (wave: Wave) =>
    Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, index) => wave(index / SAMPLE_RATE))
  const leftSamples = render(left)
  const rightSamples = right ? render(right) : leftSamples
  fadeTail(leftSamples, 0.02)
  if (right) fadeTail(rightSamples, 0.02)
  normalisePeak(leftSamples, rightSamples)
  return { left: leftSamples, right: rightSamples, sampleRate: SAMPLE_RATE, isLoop: false }
}

/** Falls by 60 dB in so many seconds. */
const fall = (at: number, seconds: number) => 10 ** ((-3 * at) / seconds)
const rise = (at: number, seconds: number) =>
  at >= seconds ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * at) / seconds)

/** A sine that glides down to `to` Hz, as a skin does after the stroke. */
function glide(from: number, to: number, seconds: number): Wave {
  let phase = 0
  return (at) => {
    phase += (to + (from - to) * Math.exp(-at / seconds)) / SAMPLE_RATE
    return Math.sin(2 * Math.PI * phase)
  }
}

/** Modes of something struck: Hz, seconds to fall by 60 dB, level. */
function modes(list: readonly (readonly [number, number, number])[]): Wave {
  return (at) =>
    list.reduce(
      (sum, [hertz, seconds, level]) => sum + level * fall(at, seconds) * Math.sin(2 * Math.PI * hertz * at),
      0,
    )
}

function noise(random: () => number, ...filters: readonly ((input: number) => number)[]): Wave {
  return () => filters.reduce((value, filter) => filter(value), random())
}

/** Bronze: many partials that are no harmonics. */
function metal(random: () => number, count: number, from: number, to: number, seconds: number): Wave {
  const partials = Array.from({ length: count }, () => {
    const place = Math.abs(random())
    const hertz = from * (to / from) ** place
    return [
      hertz,
      seconds * (1.15 - 0.75 * place) * (0.7 + 0.5 * Math.abs(random())),
      (0.4 + Math.abs(random())) / Math.sqrt(count),
    ] as const
  })
  const vectors = partials.map(([hertz, ring, level]) => {
    const turn = (2 * Math.PI * hertz) / SAMPLE_RATE
    const decay = 10 ** (-3 / (ring * SAMPLE_RATE))
    return { re: level, im: 0, cos: Math.cos(turn) * decay, sin: Math.sin(turn) * decay }
  })
  return () => {
    let sum = 0
    for (const vector of vectors) {
      const re = vector.re * vector.cos - vector.im * vector.sin
      vector.im = vector.re * vector.sin + vector.im * vector.cos
      vector.re = re
      sum += vector.im
    }
    return sum
  }
}

/** A skin over a shell: the modes of a round membrane above its gliding fundamental. */
function membrane(random: () => number, hertz: number, seconds: number, stick: number): Drum {
  return () => {
    const ground = glide(hertz * 1.5, hertz, 0.045)
    const overtones = modes(
      [1.59, 2.14, 2.3, 2.65, 2.92].map((ratio, n) => [
        hertz * ratio * (1 + 0.01 * random()),
        (seconds * 0.4) / (n + 1),
        0.32 / (n + 1),
      ]),
    )
    const hit = noise(random, filterOf('lowpass', stick), filterOf('highpass', 120))
    return {
      seconds,
      left: (at) =>
        Math.tanh(
          1.3 *
            (ground(at) * fall(at, seconds) +
              overtones(at) +
              0.9 * hit(at) * fall(at, 0.05 + seconds * 0.06)),
        ) * rise(at, 0.0015),
    }
  }
}

const DRUMS: Partial<Record<Instrument, Drum>> = {
  kick: (random) => {
    const body = glide(165, 49, 0.028)
    const click = noise(random, filterOf('bandpass', 2600, 0.8))
    return { seconds: 0.5, left: (at) => Math.tanh(1.6 * (body(at) * fall(at, 0.5) + 0.3 * click(at) * fall(at, 0.02))) * rise(at, 0.001) }
  },
  softKick: (random) => {
    const body = glide(95, 52, 0.04)
    const beater = noise(random, filterOf('lowpass', 500))
    return { seconds: 0.6, left: (at) => (body(at) * fall(at, 0.55) + 0.5 * beater(at) * fall(at, 0.04)) * rise(at, 0.004) }
  },
  snare: (random) => {
    const body = modes([[186, 0.22, 0.7], [332, 0.13, 0.4], [510, 0.08, 0.2]]) // prettier-ignore
    const wires = noise(random, filterOf('highpass', 1300), filterOf('lowpass', 8500))
    return { seconds: 0.45, left: (at) => (body(at) + 0.85 * wires(at) * (0.7 * fall(at, 0.16) + 0.3 * fall(at, 0.4))) * rise(at, 0.0008) }
  },
  brush: (random) => {
    const wires = noise(random, filterOf('bandpass', 3400 + 300 * random(), 0.7))
    return { seconds: 0.3, left: (at) => wires(at) * rise(at, 0.014) * (0.8 * fall(at, 0.16) + 0.2 * fall(at, 0.3)) }
  },
  rim: (random) => {
    const wood = modes([[480, 0.05, 0.6], [1150, 0.07, 0.8], [1730, 0.05, 0.5]]) // prettier-ignore
    const click = noise(random, filterOf('highpass', 2500))
    return { seconds: 0.12, left: (at) => (wood(at) + 0.3 * click(at) * fall(at, 0.015)) * rise(at, 0.0005) }
  },
  clap: (random) => {
    const starts = [0, 0.0095 + 0.002 * random(), 0.0185 + 0.003 * random(), 0.0265 + 0.002 * random()]
    const hands = () => noise(random, filterOf('bandpass', 1250, 0.9), filterOf('highpass', 500))
    const burst = (wave: Wave, side: number): Wave => (at) =>
      wave(at) * starts.reduce((sum, start, n) => sum + (at < start + side ? 0 : fall(at - start - side, n === 3 ? 0.26 : 0.03)), 0)
    return { seconds: 0.36, left: burst(hands(), 0), right: burst(hands(), 0.0012) }
  },
  hat: (random) => {
    const bronze = metal(random, 22, 3800, 13_500, 0.16)
    const air = noise(random, filterOf('highpass', 7500))
    return { seconds: 0.14, left: (at) => (bronze(at) + 0.5 * air(at)) * fall(at, 0.1) * rise(at, 0.0006) }
  },
  openHat: (random) => {
    const bronze = metal(random, 26, 3400, 13_000, 0.9)
    const air = noise(random, filterOf('highpass', 7000))
    return { seconds: 0.55, left: (at) => (bronze(at) + 0.35 * air(at)) * fall(at, 0.6) * rise(at, 0.001) }
  },
  shaker: (random) => {
    const beads = noise(random, filterOf('bandpass', 6400 + 500 * random(), 1.1))
    return { seconds: 0.14, left: (at) => beads(at) * rise(at, 0.022) * (at < 0.022 ? 1 : fall(at - 0.022, 0.11)) }
  },
  tambourine: (random) => {
    const jingles = metal(random, 14, 4200, 11_500, 0.4)
    const air = noise(random, filterOf('highpass', 6500))
    return { seconds: 0.4, left: (at) => (jingles(at) * (0.6 + 0.4 * Math.sin(140 * at)) + 0.4 * air(at) * fall(at, 0.09)) * rise(at, 0.003) * fall(at, 0.4) }
  },
  tom: (random) => membrane(random, 96, 0.75, 2600)(random),
  taiko: (random) => membrane(random, 61, 1.6, 1500)(random),
  crash: (random) => {
    const side = () => {
      const bronze = metal(random, 56, 320, 12_000, 3.4)
      const air = noise(random, filterOf('highpass', 3200))
      return (at: number) => (bronze(at) + 0.5 * air(at) * fall(at, 1.1)) * rise(at, 0.003)
    }
    return { seconds: 3.2, left: side(), right: side() }
  },
  cymbalSwell: (random) => {
    const side = () => {
      const dark = noise(random, filterOf('bandpass', 1500, 0.5))
      const light = noise(random, filterOf('highpass', 5200))
      const bronze = noise(random, filterOf('bandpass', 3600, 1.2))
      return (at: number) => {
        const grown = Math.min(1, at / GROWTH_SECONDS)
        const after = at > GROWTH_SECONDS ? fall(at - GROWTH_SECONDS, 2.6) : 1
        return after * (0.35 * dark(at) * grown ** 2 + 0.6 * bronze(at) * grown ** 3.2 + 0.35 * light(at) * grown ** 5)
      }
    }
    return { seconds: GROWTH_SECONDS + 2.4, left: side(), right: side() }
  },
  riser: (random) => {
    let phase = 0
    const side = () => {
      const low = noise(random, filterOf('bandpass', 700, 0.7))
      const high = noise(random, filterOf('bandpass', 4800, 0.7))
      return (at: number) => {
        const grown = Math.min(1, at / GROWTH_SECONDS)
        const after = at > GROWTH_SECONDS ? fall(at - GROWTH_SECONDS, 0.5) : 1
        phase += (110 * 4 ** grown) / SAMPLE_RATE
        const tone = Math.sin(2 * Math.PI * phase) + 0.4 * Math.sin(4 * Math.PI * phase)
        return after * grown ** 2 * (low(at) * (1 - grown) + high(at) * grown + 0.1 * tone)
      }
    }
    return { seconds: GROWTH_SECONDS + 0.5, left: side(), right: side() }
  },
  boom: (random) => {
    const ground = glide(88, 36, 0.09)
    const cloud = () => noise(random, filterOf('lowpass', 420), filterOf('highpass', 60))
    const low: number[] = []
    const body: Wave = (at) => {
      const index = Math.round(at * SAMPLE_RATE)
      return (low[index] ??= ground(at) * fall(at, 2.4))
    }
    const side = (wave: Wave): Wave => (at) => Math.tanh(1.2 * (body(at) + 0.8 * wave(at) * fall(at, 0.9))) * rise(at, 0.002)
    return { seconds: 2.4, left: side(cloud()), right: side(cloud()) }
  },
} // prettier-ignore

import { nearestPitch } from './chords'
import type { Bar, Form } from './form'
import type { BassLayer, FigureLayer, GlintLayer, PadLayer } from './moods/mood'
import type { Performer } from './Performer'
import { seededRandom } from './random'
import { voiceChord } from './voicing'

/** What a part needs to know to play: the piece, its meter, and which bars it plays in. */
export interface PartContext {
  readonly form: Form
  readonly beatsPerBar: number
  readonly performer: Performer
  readonly seed: string
}

/** MIDI pitch of the key's first tone in a bar: phrases may be transposed. */
export const tonicOf = (form: Form, bar: Bar): number => form.tonic + bar.phrase.transposition
/** Does a layer play in a bar: is it at least as intense as `from`, and less than `to`? */
export const plays = (layer: { from: number; to?: number }, bar: Bar): boolean =>
  bar.intensity >= layer.from && bar.intensity < (layer.to ?? 2)
/** Fewer play softly, many play loudly. */
export const dynamics = (bar: Bar): number => 0.52 + 0.48 * bar.intensity

/** Held chords; players who have nothing new to play hold on for up to two bars. */
export function playPad(layer: PadLayer, { form, beatsPerBar, performer }: PartContext): void {
  let before: number[] = []
  let held: { bar: Bar; bars: number; pitches: number[] } | null = null
  const finish = () => {
    if (!held) return
    const { bar, bars, pitches } = held
    pitches.forEach((pitch, voice) => {
      const outer = voice === pitches.length - 1 ? 1 : 0.86
      performer.play(
        layer.instrument,
        bar.index * beatsPerBar,
        bars * beatsPerBar,
        pitch,
        layer.level * dynamics(bar) * outer,
      )
    })
    held = null
  }
  for (const bar of form.bars) {
    if (!plays(layer, bar)) {
      finish()
      continue
    }
    const pitches = voiceChord(bar.chord, tonicOf(form, bar), layer, before)
    const stays = held && held.bars < 2 && pitches.every((pitch, voice) => pitch === held?.pitches[voice])
    if (held && stays) held.bars++
    else {
      finish()
      held = { bar, bars: 1, pitches }
    }
    before = pitches
  }
  finish()
}

/** Chords broken or struck in a pattern of the bar; a period keeps its pattern. */
export function playFigure(layer: FigureLayer, { form, beatsPerBar, performer, seed }: PartContext): void {
  let before: number[] = []
  for (const bar of form.bars) {
    if (!plays(layer, bar)) continue
    const pitches = voiceChord(bar.chord, tonicOf(form, bar), layer, before)
    before = pitches
    const pattern = choose(layer.patterns, `${seed} ${layer.instrument} figure ${bar.phrase.period % 4}`)
    const steps = Array.from(pattern)
    steps.forEach((letter, step) => {
      if (letter === '.') return
      const beat = bar.index * beatsPerBar + step / layer.stepsPerBeat
      const next = steps.findIndex((other, index) => index > step && other !== '.')
      const until = layer.ring || next < 0 ? beatsPerBar * layer.stepsPerBeat : next
      const beats = (until - step) / layer.stepsPerBeat
      const accent = step === 0 ? 1 : step % layer.stepsPerBeat === 0 ? 0.88 : 0.76
      const velocity = layer.level * dynamics(bar) * accent
      if (letter === 'c' || letter === 'C') {
        const loud = velocity * (letter === 'C' ? 1 : 0.8)
        const isUp = letter === 'c' && step % 2 === 1
        pitches.forEach((pitch, voice) => {
          const order = isUp ? pitches.length - 1 - voice : voice
          performer.play(layer.instrument, beat, beats, pitch, loud, order * (layer.strum ?? 0.003))
        })
        return
      }
      const voice = Number(letter)
      const octaves = Math.floor(voice / pitches.length)
      const pitch = pitches[voice % pitches.length]
      if (pitch !== undefined) performer.play(layer.instrument, beat, beats, pitch + 12 * octaves, velocity)
    })
  }
}

/** The lowest voice, in a pattern of the bar: r root, o its octave, f fifth, l leads to the next bar's root. */
export function playBass(layer: BassLayer, { form, beatsPerBar, performer, seed }: PartContext): void {
  form.bars.forEach((bar, index) => {
    if (!plays(layer, bar)) return
    const tonic = tonicOf(form, bar)
    const root = atLeast(bar.chord.bass + tonic, layer.lowest)
    const next = form.bars[index + 1]
    const nextRoot = next ? nearestPitch(next.chord.bass + tonicOf(form, next), root) : root
    const pattern = choose(layer.patterns, `${seed} ${layer.instrument} bass ${bar.phrase.period % 4}`)
    const steps = Array.from(pattern)
    steps.forEach((letter, step) => {
      if (letter === '.') return
      const following = steps.findIndex((other, at) => at > step && other !== '.')
      const until = following < 0 ? beatsPerBar * layer.stepsPerBeat : following
      const fifth = bar.chord.root + tonic + 7
      const pitch =
        { r: root, o: root + 12, f: nearestPitch(fifth, root + 5), l: leadTo(nextRoot, root) }[letter] ?? root
      const velocity = layer.level * dynamics(bar) * (step === 0 ? 1 : 0.82)
      const beats = ((until - step) / layer.stepsPerBeat) * 0.97
      performer.play(
        layer.instrument,
        bar.index * beatsPerBar + step / layer.stepsPerBeat,
        beats,
        pitch,
        velocity,
      )
    })
  })
}

/** Rising chord tones, like light on water, where a phrase begins. */
export function playGlint(layer: GlintLayer, { form, beatsPerBar, performer, seed }: PartContext): void {
  const random = seededRandom(`${seed} ${layer.instrument} glint`)
  for (const bar of form.bars) {
    const isHere =
      bar.inPhrase % layer.every === layer.every - 1 || (bar.phrase.isArrival && bar.inPhrase === 0)
    if (!isHere || !plays(layer, bar) || random() < 0.2) continue
    const tonic = tonicOf(form, bar)
    const count = 3 + Math.floor(random() * 3)
    const begin = bar.index * beatsPerBar + Math.floor(random() * beatsPerBar)
    let pitch = atLeast((bar.chord.tones[0] ?? 0) + tonic, layer.lowest)
    for (let note = 0; note < count && pitch <= layer.highest; note++) {
      performer.play(
        layer.instrument,
        begin + note * 0.25,
        3,
        pitch,
        layer.level * dynamics(bar) * (0.75 + note * 0.06),
      )
      pitch = nextToneUp(
        bar.chord.tones.map((tone) => tone + tonic),
        pitch,
      )
    }
  }
}

/** The lowest of a chord's tones, in any octave, above `from` (MIDI pitches). */
export function nextToneUp(tones: readonly number[], from: number): number {
  const above = tones.map((tone) => atLeast(tone, from + 1))
  return Math.min(...above)
}

/** The lowest pitch of a class that is not below `lowest`. */
export function atLeast(pitchClass: number, lowest: number): number {
  return lowest + ((((pitchClass - lowest) % 12) + 12) % 12)
}

/**
 * The same one each time for a seed.
 * @throws RangeError when there is nothing to choose from
 */
export function choose<T>(choices: readonly [T, ...T[]] | readonly T[], seed: string): T {
  const choice = choices[Math.floor(seededRandom(seed)() * choices.length)]
  if (choice === undefined) throw new RangeError('nothing to choose from')
  return choice
}

/** A half or whole step from the other side. */
function leadTo(next: number, from: number): number {
  return next > from ? next - 2 : next + 2
}

import { nearestPitch } from './chords'
import { atLeast, type PartContext } from './harmonyParts'
import type { MoodPlan } from './moods/mood'
import { voiceChord } from './voicing'

/** The last chord, on the tonic: everybody who played in the last bar, spread out and let ring. @param lastSung */
export function playEnding(
  plan: MoodPlan,
  { form, beatsPerBar, performer }: PartContext,
  barCount: number,
  lastSung: number | null,
): void {
  const beat = form.lastChordBar * beatsPerBar
  const beats = (barCount - form.lastChordBar) * beatsPerBar
  const tonic = form.tonic + form.lastTransposition
  const intensity = form.bars.at(-1)?.intensity ?? 0.5
  const softness = 0.5 + 0.35 * intensity
  for (const layer of plan.layers) {
    if (intensity < layer.from || intensity >= (layer.to ?? 2)) continue
    switch (layer.part) {
      case 'pad':
        for (const pitch of voiceChord(form.lastChord, tonic, layer, [])) {
          performer.play(layer.instrument, beat, beats, pitch, layer.level * softness)
        }
        break
      case 'figure':
        voiceChord(form.lastChord, tonic, layer, []).forEach((pitch, voice) => {
          performer.play(layer.instrument, beat, beats, pitch, layer.level * softness, voice * 0.035)
        })
        break
      case 'bass':
        performer.play(layer.instrument, beat, beats, atLeast(tonic, layer.lowest), layer.level * softness)
        break
      case 'melody': {
        const [instrument] = layer.instruments
        if (lastSung === null || !instrument) break
        const third = nearestPitch(tonic + (form.lastChord.isMinor ? 3 : 4), lastSung)
        const root = nearestPitch(tonic, lastSung)
        const pitch = Math.abs(root - lastSung) <= Math.abs(third - lastSung) ? root : third
        performer.play(instrument, beat, beats, pitch, layer.level * softness)
        break
      }
      case 'drum':
        if (layer.pattern.startsWith('X'))
          performer.play(layer.instrument, beat, 1, 60, layer.level * softness)
        break
      case 'glint': {
        const tones = form.lastChord.tones
          .map((tone) => atLeast(tone + tonic, layer.lowest))
          .sort((a, b) => a - b)
        tones.forEach((pitch, note) =>
          performer.play(
            layer.instrument,
            beat + 0.5 + note * 0.5,
            beats,
            pitch,
            layer.level * softness * 0.8,
          ),
        )
        break
      }
      case 'counter':
        break
      default:
        layer satisfies never
    }
  }
}

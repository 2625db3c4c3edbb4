import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'
import { playArrivals, playDrum } from './drumParts'
import { planForm } from './form'
import { playBass, playFigure, playGlint, playPad, type PartContext } from './harmonyParts'
import { playCounter, playMelody } from './melodyParts'
import { MOOD_PLANS } from './moods/moods'
import { Performer } from './Performer'
import { playEnding } from './playEnding'

/**
 * Writes the score that a storyboard asks for: pure, the same storyboard always gives the same notes. Chapters (the
 * soundtrack's `swellFrames`) begin new phrases, with a rise towards them. Null when the film has no score.
 */
export function composeScore(
  storyboard: Pick<Storyboard, 'soundtrack' | 'frameCount' | 'fps'>,
): Score | null {
  const { soundtrack, frameCount, fps } = storyboard
  if (soundtrack.kind !== 'score') return null
  const { mood, beatGrid } = soundtrack
  const { secondsPerBeat, beatsPerBar } = beatGrid
  const seconds = frameCount / fps
  const plan = MOOD_PLANS[mood]
  const seed = `${mood} ${soundtrack.seed}`
  const barSeconds = secondsPerBeat * beatsPerBar
  const barCount = Math.max(1, Math.round((seconds - beatGrid.firstBeatSeconds) / barSeconds))
  const swellSeconds = soundtrack.swellFrames
    .map((frame) => frame / fps)
    .filter((at) => at > 0 && at < seconds)
  const swellBars = swellSeconds.map((at) => Math.round((at - beatGrid.firstBeatSeconds) / barSeconds))
  const form = planForm(plan, seed, barCount, barSeconds, swellBars)
  const performer = new Performer(beatGrid, seconds, plan.swing, seed)
  const context: PartContext = { form, beatsPerBar, performer, seed }

  let lastSung: number | null = null
  for (const layer of plan.layers) {
    switch (layer.part) {
      case 'pad':
        playPad(layer, context)
        break
      case 'figure':
        playFigure(layer, context)
        break
      case 'bass':
        playBass(layer, context)
        break
      case 'melody':
        lastSung = playMelody(layer, plan, context)
        break
      case 'counter':
        playCounter(layer, context)
        break
      case 'drum':
        playDrum(layer, context)
        break
      case 'glint':
        playGlint(layer, context)
        break
      default:
        layer satisfies never
    }
  }
  playArrivals(plan, context, swellSeconds)
  playEnding(plan, context, barCount, lastSung)
  const notes = performer.notes.sort((a, b) => a.startSeconds - b.startSeconds)
  const lastChordSeconds = (barCount - form.lastChordBar) * barSeconds
  return {
    mood,
    seed: soundtrack.seed,
    seconds,
    fadeOutSeconds: Math.min(lastChordSeconds * 0.8, 4, seconds / 3),
    echoSeconds: secondsPerBeat * 0.75,
    notes,
  }
}

import { WHOLE_STAGE, type Panel, type Reason, type Shot } from '@/domain/storyboard'
import { directionOf, isShaped, type Candidate } from '../choice/Candidate'
import { framePanel } from '../framing/framePanel'
import type { Group } from '../choice/groupPanels'
import { readingSeconds } from './pace'
import { because } from '../reasons'
import type { Selection } from '../choice/selectGroups'
import type { Move, StyleDirection } from '../styles/StyleDirection'
import type { GroupTime } from './timeGroups'
import { chooseTransitions } from './transitions'
import type { Size } from '../framing/view'

export interface ShotSettings {
  readonly direction: StyleDirection
  readonly stage: Size
  readonly fps: number
}

/** Frames, moves and joins the groups: shots overlap by their transitions, and together fill the film. */
export function makeShots(
  selection: Selection,
  times: readonly GroupTime[],
  { direction, stage, fps }: ShotSettings,
): Shot[] {
  const { groups } = selection
  const transitions = chooseTransitions(
    direction,
    times.map(({ endFrame }) => endFrame),
    times.map(({ opensChapter }) => opensChapter),
    stage,
    fps,
    groups.map(({ members, isAgain, card }) => {
      const [first] = members
      return isAgain || card || !first ? null : directionOf(first.candidate).entrance
    }),
  )
  let previous: Move | null = null
  return groups.flatMap((group, index) => {
    const time = times[index]
    const transition = transitions[index]
    if (!time || !transition) return []
    const after = transitions[index + 1]?.frames ?? 0
    const startFrame = time.beginFrame - Math.floor(transition.frames / 2)
    const endFrame = time.endFrame - Math.floor(after / 2) + after
    const seconds = (endFrame - startFrame) / fps
    if (group.card) {
      return [
        {
          panels: group.members.map(({ candidate }) => groundOf(candidate)),
          startFrame,
          endFrame,
          motionEndFrame: endFrame,
          transition,
          reasons: [because('card_by_you')],
        },
      ]
    }
    const framed = group.members.map(({ candidate, area }, at) => {
      const one = framePanel({ candidate, area, stage, seconds, direction, turn: index + at, previous })
      previous = one.move ?? previous
      return { ...one, reasons: one.reasons.map((reason) => ofPhoto(candidate, reason)) }
    })
    return [
      {
        panels: framed.map(({ panel }) => panel),
        startFrame,
        endFrame,
        motionEndFrame: endFrame,
        transition,
        reasons: [
          ...reasonsOfPlace(group, time, index, selection),
          ...group.members.flatMap(({ candidate }) =>
            reasonsToShow(candidate, group, selection).map((reason) => ofPhoto(candidate, reason)),
          ),
          ...framed.flatMap(({ reasons }) => reasons),
          ...reasonsOfTime(group, time),
        ],
      },
    ]
  })
}

const STILL = { zoom: 1, centerX: 0.5, centerY: 0.5 }
/** What a title card stands on: a blurred picture of the photo it belongs to. */
const groundOf = ({ photo }: Candidate): Panel => ({
  photoId: photo.id,
  area: WHOLE_STAGE,
  fit: 'backdrop',
  from: STILL,
  to: STILL,
})

/** Says which of the photos on the stage a reason is about. */
const ofPhoto = ({ photo }: Candidate, { code, values }: Reason): Reason => ({
  code,
  values: { ...values, of: photo.id },
})

function reasonsOfPlace(
  group: Group,
  time: GroupTime,
  index: number,
  { groups, chapters }: Selection,
): Reason[] {
  const title = chapters[group.chapter]?.words?.title ?? ''
  return [
    ...(index === 0 ? [because('opens_film')] : []),
    ...(time.opensChapter ? [because('opens_chapter', { title })] : []),
    ...(index === groups.length - 1 && index > 0 ? [because('closes_film')] : []),
    ...(group.members.length > 1 ? [because('paired', { count: group.members.length })] : []),
  ]
}

function reasonsToShow(candidate: Candidate, { isAgain }: Group, { photos, shown }: Selection): Reason[] {
  if (isAgain) return [because('comes_again')]
  const isKept = candidate.photo.choice === 'keep'
  if (isKept) return [because(isShaped(candidate.photo) ? 'shaped_by_you' : 'kept_by_you')]
  return [
    ...(candidate.standsFor > 1 ? [because('best_of_similar', { count: candidate.standsFor })] : []),
    ...(shown < photos ? [because('chosen_of_many', { shown, photos })] : []),
  ]
}

function reasonsOfTime({ members, isAgain, card }: Group, { endsOn, isReadable }: GroupTime): Reason[] {
  const toRead =
    isAgain || card || !isReadable ? [] : members.filter(({ candidate }) => candidate.caption !== '')
  return [
    ...toRead.map(({ candidate }) => {
      const seconds = Math.round(readingSeconds(candidate.caption) * 10) / 10
      return ofPhoto(candidate, because('time_to_read', { seconds }))
    }),
    ...(endsOn === 'bar' ? [because('on_bar')] : endsOn === 'beat' ? [because('on_beat')] : []),
  ]
}

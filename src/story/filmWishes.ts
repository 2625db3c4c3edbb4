import type { Analysis } from '@/domain/analysis'
import type { Direction } from '@/domain/direction'
import type { Music, TrackAnalysis } from '@/domain/music'
import type { PhotoChoice } from '@/domain/photo'
import type { Style } from '@/domain/project'

/** When and by which camera a photo was taken. */
export interface TimedPhoto {
  /** The camera's wall clock, `YYYY-MM-DDTHH:mm:ss`, without a zone. */
  readonly takenAt: string | null
  /** The zone the file names, in minutes east of Greenwich. */
  readonly utcOffsetMinutes?: number | null
  readonly analysis?: Analysis | null
  /** The camera's name, where there is no analysis (yet). */
  readonly camera?: string | null
}

/** A photo in the person's order. Sizes are those of the upright picture. */
export interface DirectedPhoto extends TimedPhoto {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly caption: string
  /** `keep` is always shown, `skip` never, `auto` is the director's choice; `auto` unless said otherwise. */
  readonly choice?: PhotoChoice
  /** What the person decided about its time, framing, transition and title card; nothing unless said otherwise. */
  readonly direction?: Direction
}

/** Is there a photo to make a film of? Those a person skips are never shown. */
export const hasPhotoToShow = (photos: readonly { readonly choice?: PhotoChoice }[]): boolean =>
  photos.some(({ choice }) => choice !== 'skip')

export interface FilmWishes {
  readonly photos: readonly DirectedPhoto[]
  readonly title: string
  readonly subtitle: string
  readonly style: Style
  readonly durationSeconds: number
  /** The film's size in even pixels. */
  readonly width: number
  readonly height: number
  readonly fps: number
  /**
   * A shorter cut than the one that the person shaped: photos they shaped are preferred, but only those they keep are
   * insisted upon.
   */
  readonly isShortened?: boolean
  /** No music unless said otherwise. */
  readonly music?: Music
  /** Of the track that `music` names; null while it has not been listened to. */
  readonly trackBeats?: TrackAnalysis | null
  /** BCP 47 tag of the language of days and months in chapter titles; `en` unless said otherwise. */
  readonly locale?: string
}

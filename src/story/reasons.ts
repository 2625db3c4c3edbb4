import type { Reason } from '@/domain/storyboard'

/**
 * Why the director did something. Of shots, what each says of its photos, and the values it carries:
 * - `opens_film`, `opens_chapter` {title}, `closes_film`: its place in the story
 * - `kept_by_you`, `chosen_of_many` {shown, photos}, `best_of_similar` {count}, `comes_again`: why it is there
 * - `paired` {count}: photos share the stage, because each alone would leave most of it empty
 * - `shown_whole`: filling the frame would hide too much; `shown_whole_for_faces` {faces}: it would cut faces off
 * - `ends_on_faces` {faces}, `starts_on_faces` {faces}, `keeps_faces` {faces}: where the move leads, what it never leaves
 * - `looks_at_focus`: there are no faces, but something draws the eye; `travels_panorama`: too wide to be seen at once
 * - `time_to_read` {seconds}: it stays long enough for its caption
 * - `on_beat`, `on_bar`: it ends there because of the music
 * - `shaped_by_you`: it is there because somebody decided about its time, framing or transition; `framed_by_you`: they said
 *   where to look; `card_by_you`: it is somebody's title card
 * Those about one of the photos on the stage, not about all, also carry its id: {of}. These are why it is there (but not
 * `paired`), how it is fitted, where its move leads, and `time_to_read`.
 *
 * Of photos left out:
 * - `skipped_by_you`; `similar_to` {photoId}: the better one of the same moment is shown; `no_time` {shown, photos}
 */
export const REASON_CODES = [
  'opens_film',
  'opens_chapter',
  'closes_film',
  'kept_by_you',
  'shaped_by_you',
  'framed_by_you',
  'card_by_you',
  'chosen_of_many',
  'best_of_similar',
  'comes_again',
  'paired',
  'shown_whole',
  'shown_whole_for_faces',
  'ends_on_faces',
  'starts_on_faces',
  'keeps_faces',
  'looks_at_focus',
  'travels_panorama',
  'time_to_read',
  'on_beat',
  'on_bar',
  'skipped_by_you',
  'similar_to',
  'no_time',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export const because = (code: ReasonCode, values: Reason['values'] = {}): Reason => ({ code, values })

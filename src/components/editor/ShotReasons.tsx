import ChevronRight from 'lucide-react/icons/chevron-right'
import type { Photo } from '@/domain/photo'
import type { Reason, Storyboard } from '@/domain/storyboard'
import { useEditorState } from '@/hooks/editor/useProjectEditor'
import { t } from '@/lib/i18n'
import { reasonsAbout, reasonWords } from './reasonWords'

type ShotReasonsProps = { film: Storyboard; photos: readonly Photo[] }

/** Why the chosen photo is where it is in the film, and moves as it does; or why it is not in it. */
export function ShotReasons({ film, photos }: ShotReasonsProps) {
  const photoId = useEditorState(({ selectedPhotoId }) => selectedPhotoId)
  // A number: while the film plays this is drawn again only when another shot begins.
  const shotIndex = useEditorState(({ timeline }) =>
    photoId === null ? -1 : shotWith(film, photoId, timeline.positionSeconds),
  )
  const numberOf = (id: string) => photos.findIndex((photo) => photo.id === id) + 1 || undefined
  const number = photoId === null ? undefined : numberOf(photoId)
  if (number === undefined) return null
  const reasons = reasonsAbout(film.shots[shotIndex]?.reasons ?? reasonsLeftOut(film, photoId), photoId)
  const sentences = new Set(reasons.flatMap((reason) => reasonWords(reason, numberOf) ?? []))
  if (sentences.size === 0) return null
  return (
    <details className="group rounded-control text-sm lg:col-span-2">
      <summary
        aria-label={t('reasons.whyPhoto', { number })}
        className="inline-flex min-h-11 cursor-pointer list-none items-center gap-1 rounded-control pr-3 text-muted hover:text-ink sm:min-h-9 [&::-webkit-details-marker]:hidden"
      >
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform duration-quick group-open:rotate-90"
          strokeWidth={1.75}
        />
        {t('editor.photo', { number })}
        <span className="ml-1 font-medium text-ink">{t('reasons.why')}</span>
      </summary>
      <ul
        aria-label={t('reasons.list', { number })}
        className="mt-1 mb-2 grid max-w-prose list-disc gap-1 pl-9 marker:text-muted"
      >
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

/** The shot of a photo that is on screen at a moment, else its first; -1 when it is in none. */
function shotWith({ shots, fps }: Storyboard, photoId: string, seconds: number): number {
  const isIn = ({ panels }: Storyboard['shots'][number]) => panels.some((panel) => panel.photoId === photoId)
  const frame = Math.floor(seconds * fps)
  const now = shots.findLastIndex((shot) => shot.startFrame <= frame && frame < shot.endFrame && isIn(shot))
  return now >= 0 ? now : shots.findIndex(isIn)
}

const reasonsLeftOut = ({ leftOut }: Storyboard, photoId: string | null): Reason[] =>
  leftOut.filter((photo) => photo.photoId === photoId).map(({ reason }) => reason)

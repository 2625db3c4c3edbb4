import { memo } from 'react'
import Type from 'lucide-react/icons/type'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { FilmShot } from '@/story/filmShots'

type ShotClipProps = {
  userId: string
  shot: FilmShot
  /** Of the thumbnails of its photos, a line each. */
  paths: string
  /** Of its first photo in the project. */
  number: number | undefined
  left: string
  width: string
  isSelected: boolean
  isDragged: boolean
  isMovable: boolean
}

/** A shot on the strip. For the eye and the pointer: the playhead says the same to everybody else. */
export const ShotClip = memo(function ShotClip({
  userId,
  shot,
  paths,
  number,
  left,
  width,
  isSelected,
  isDragged,
  isMovable,
}: ShotClipProps) {
  const { card } = shot
  return (
    <div
      aria-hidden
      data-shot={shot.index}
      style={{ left, width }}
      className={`absolute inset-y-0 px-px ${isMovable && !shot.isAgain ? 'cursor-grab' : ''} ${isDragged ? 'opacity-40' : ''}`}
    >
      <div
        className={`relative flex size-full gap-px overflow-hidden rounded-mark ${isSelected ? 'outline-3 -outline-offset-3 outline-accent' : ''}`}
      >
        {card ? (
          <span className="flex size-full min-w-0 flex-col items-center justify-center gap-1 bg-ink px-1.5 text-center text-paper">
            <Type className="size-4 shrink-0 opacity-70" />
            <span className="line-clamp-2 max-w-full text-2xs leading-tight font-semibold break-words">
              {card.text}
            </span>
          </span>
        ) : (
          paths
            .split('\n')
            .map((path, at) => (
              <Thumbnail
                key={shot.photoIds[at]}
                userId={userId}
                bucket="media"
                path={path || null}
                alt=""
                className="pointer-events-none size-full min-w-0 flex-1"
              />
            ))
        )}
        {number !== undefined && !card && (
          <span className="absolute bottom-1 left-1 rounded-full bg-scrim/60 px-1.5 text-2xs leading-4 font-semibold text-on-film tabular-nums">
            {number}
          </span>
        )}
      </div>
    </div>
  )
})

import type { TitleCard } from '@/domain/direction'
import { cardPlace, cardPlaceAt, moveCard } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { t } from '@/lib/i18n'
import { shotAt, type FilmShot } from '@/story/filmShots'

const NEW_CARD_SECONDS = 3

export type CardEdits = {
  /** A new card before the shot of a moment; the first word is there to be replaced. */
  insertAt: (seconds: number) => void
  /** May one be put there? */
  mayInsertAt: (seconds: number) => boolean
  change: (shot: FilmShot, to: Partial<TitleCard>) => void
  /** One photo earlier or later. */
  step: (shot: FilmShot, by: 1 | -1) => void
  remove: (shot: FilmShot) => void
}

/** What can be done to the title cards between the shots. Each is one step of undo. */
export function useCardEdits(desk: FilmDesk | null): CardEdits {
  const { store, photos: edits } = useProjectEditor()
  const ownerOf = (shot: FilmShot) => desk?.photos.find(({ id }) => id === shot.photoIds[0])
  const placeAt = (seconds: number) => {
    const shot = desk && shotAt(desk.shots, seconds)
    return desk && shot && !shot.card ? cardPlace(desk, shot.index) : null
  }
  return {
    mayInsertAt: (seconds) => placeAt(seconds) !== null,
    insertAt: (seconds) => {
      const place = placeAt(seconds)
      if (!place) return
      const { photo, side } = place
      const card = { text: t('editor.cardNew'), subtitle: '', seconds: NEW_CARD_SECONDS, side }
      edits.direct([{ photo, to: { card } }])
      store.getState().selectPhoto(photo.id, 'card')
    },
    change: (shot, to) => {
      const photo = ownerOf(shot)
      if (photo?.direction.card) edits.direct([{ photo, to: { card: { ...photo.direction.card, ...to } } }])
    },
    step: (shot, by) => {
      const photo = ownerOf(shot)
      if (!photo || !desk) return
      const place = cardPlaceAt(desk, by < 0 ? shot.index - 1 : shot.index + 2)
      if (!place || shot.index + by < 0) return
      edits.direct(moveCard(photo, place.photo, place.side))
      store.getState().selectPhoto(place.photo.id, 'card')
    },
    remove: (shot) => {
      const photo = ownerOf(shot)
      if (!photo) return
      edits.direct([{ photo, to: { card: null } }])
      store.getState().selectPhoto(photo.id, 'photo')
    },
  }
}

import type { Reason } from '@/domain/storyboard'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { useDraftPhoto } from '@/stores/video.store'
import { ChoiceLine } from './ChoiceLine'

type FilmChoiceProps = { id: string; leftOut: Reason | undefined; disabled: boolean }

/** Under a photo that the draft's film would not show: why, and the way to have it shown all the same; and back. */
export function FilmChoice({ id, leftOut, disabled }: FilmChoiceProps) {
  const photo = useDraftPhoto(id)
  const { choosePhoto } = usePhotoManager()
  if (!photo) return null
  return (
    <ChoiceLine
      choice={photo.choice}
      leftOut={leftOut?.code}
      name={photo.facts.filename}
      onChoose={disabled ? undefined : (choice) => choosePhoto(id, choice)}
    />
  )
}

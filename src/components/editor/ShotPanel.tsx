import { useEditorState } from '@/hooks/editor/useProjectEditor'
import { chosenShot } from '@/hooks/editor/shotEdits'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { t } from '@/lib/i18n'
import { CardFields } from './CardFields'
import { FramingPad } from './FramingPad'
import { ShotFields } from './ShotFields'
import { ShotTools } from './ShotTools'

/** What can be done with the chosen shot: its place, its length, its picture, how it comes in; or the words of a card. */
export function ShotPanel({ desk }: { desk: FilmDesk }) {
  const photoId = useEditorState(({ selectedPhotoId }) => selectedPhotoId)
  const part = useEditorState(({ selectedPart }) => selectedPart)
  const photo = desk.photos.find(({ id }) => id === photoId)
  const shot = chosenShot(desk.shots, photoId, part)
  if (!photo || !shot) return <p className="text-sm text-muted lg:col-span-2">{t('editor.chooseShot')}</p>
  const number = desk.photos.indexOf(photo) + 1
  return (
    <section
      aria-label={shot.card ? t('editor.cardPanel') : t('editor.shotPanel', { number })}
      className="rounded-card border border-line bg-surface p-4 shadow-card lg:col-span-2"
    >
      <ShotTools desk={desk} shot={shot} photo={photo} number={number} />
      {shot.card ? (
        <CardFields key={photo.id} desk={desk} shot={shot} photo={photo} />
      ) : (
        <div className="mt-3 grid gap-x-8 gap-y-5 sm:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <FramingPad key={photo.id} desk={desk} shot={shot} photo={photo} number={number} />
          <ShotFields desk={desk} shot={shot} photo={photo} number={number} />
        </div>
      )}
    </section>
  )
}

import { useId } from 'react'
import { entranceSchema, HOLD_MAX_SECONDS, HOLD_MIN_SECONDS } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import { TRANSITION_KINDS } from '@/domain/transitionKinds'
import { setLength } from '@/hooks/editor/shotEdits'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { t } from '@/lib/i18n'
import type { FilmShot } from '@/story/filmShots'
import { inputClass } from '@/components/ui/TextField'
import { SecondsField } from './SecondsField'

type ShotFieldsProps = { desk: FilmDesk; shot: FilmShot; photo: Photo; number: number }

/** How long the chosen photo stays and how it comes in; each can be left to the director again. */
export function ShotFields({ desk, shot, photo, number }: ShotFieldsProps) {
  const { photos: edits } = useProjectEditor()
  const lead = desk.photos.find(({ id }) => id === shot.photoIds[0]) ?? photo
  const { holdSeconds } = lead.direction
  return (
    <div className="grid content-start gap-5">
      <SecondsField
        label={t('editor.shotLength')}
        seconds={shot.endSeconds - shot.startSeconds}
        least={HOLD_MIN_SECONDS}
        most={Math.min(HOLD_MAX_SECONDS, desk.seconds)}
        onChange={(seconds) => edits.direct(setLength(desk, shot.index, seconds))}
        hint={t(holdSeconds === null ? 'editor.lengthAuto' : 'editor.lengthKept')}
        onAutomatic={
          holdSeconds === null ? undefined : () => edits.direct([{ photo: lead, to: { holdSeconds: null } }])
        }
        name={t('editor.photo', { number })}
      />
      {shot.index > 0 && <EntranceField shot={shot} photo={lead} />}
    </div>
  )
}

function EntranceField({ shot, photo }: { shot: FilmShot; photo: Photo }) {
  const { photos: edits } = useProjectEditor()
  const id = useId()
  const { entrance } = photo.direction
  const auto = t('editor.entranceAuto', { kind: t(`editor.entrance_${shot.transition.kind}`) })
  return (
    <div>
      <label htmlFor={id} className="text-sm font-medium">
        {t('editor.entrance')}
      </label>
      <select
        id={id}
        value={entrance ?? ''}
        onChange={({ target }) => {
          const kind = entranceSchema.safeParse(target.value).data ?? null
          edits.direct([{ photo, to: { entrance: kind } }])
        }}
        className={`${inputClass} mt-1.5`}
      >
        <option value="">{entrance === null ? auto : t('editor.automatic')}</option>
        {TRANSITION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`editor.entrance_${kind}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

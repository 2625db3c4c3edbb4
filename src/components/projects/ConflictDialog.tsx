import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { differingFields, pickWishes, type SomeWishes, type WishField } from '@/domain/wishes'
import { forgetConflict, projectConflictQuery, useMootConflict } from '@/hooks/queries/projectConflict'
import { projectQueries, useUpdateProject } from '@/hooks/queries/projects'
import { useUserId } from '@/hooks/useSession'
import { formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'
import { musicWords } from './musicWords'

const NOTHING: SomeWishes = {}

/** Both versions of what two people changed, side by side, and the choice. Closed without one, it waits. */
export function ConflictDialog({ data: { projectId }, close }: ModalProps<'projectConflict'>) {
  const userId = useUserId()
  const client = useQueryClient()
  const { data: wanted = NOTHING } = useQuery(projectConflictQuery(userId, projectId))
  const { data: theirs } = useQuery(projectQueries.detail(userId, projectId))
  const { save } = useUpdateProject(userId, projectId)
  const fields = theirs ? differingFields(wanted, theirs) : []
  const isSettled = theirs !== undefined && fields.length === 0
  const settle = () => {
    forgetConflict(client, userId, projectId)
    close()
  }
  useMootConflict(userId, projectId, isSettled, close)

  if (!theirs || isSettled) return null
  const mine = pickWishes(wanted, fields)
  const keepMine = () => {
    settle()
    save(mine, pickWishes(theirs, fields)).catch(() => undefined) // said, or asked again
  }
  return (
    <ModalDialog
      name="projectConflict"
      size="medium"
      title={t('projects.conflictTitle', { title: theirs.title })}
      lead={t('projects.conflictText')}
    >
      <dl className="mt-5 grid gap-5">
        {fields.map((field) => (
          <div key={field}>
            <dt className="mb-1.5 text-sm font-medium text-muted">{t(`projects.field_${field}`)}</dt>
            <dd className="grid gap-3 sm:grid-cols-2">
              <Version label={t('projects.conflictMine')} text={wishWords(mine, field)} />
              <Version label={t('projects.conflictTheirs')} text={wishWords(theirs, field)} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-7 flex flex-wrap justify-end gap-3">
        <Button onClick={settle}>{t('projects.keepTheirs')}</Button>
        <Button variant="primary" onClick={keepMine}>
          {t('projects.keepMine')}
        </Button>
      </div>
    </ModalDialog>
  )
}

function Version({ label, text }: { label: string; text: string }) {
  return (
    <div className="rounded-control border border-line bg-paper p-3">
      <p className="mb-1 text-xs text-muted">{label}</p>
      <p className="max-h-40 overflow-y-auto break-words whitespace-pre-line">
        {text || <span className="text-muted italic">{t('projects.conflictEmpty')}</span>}
      </p>
    </div>
  )
}

function wishWords(wishes: SomeWishes, field: WishField): string {
  switch (field) {
    case 'title':
    case 'description':
    case 'aspectRatio':
      return wishes[field] ?? ''
    case 'style':
      return wishes.style ? t(`projects.style_${wishes.style}`) : ''
    case 'durationSeconds':
      return wishes.durationSeconds === undefined ? '' : formatDuration(wishes.durationSeconds)
    case 'music':
      return wishes.music ? musicWords(wishes.music) : ''
    default:
      return field satisfies never
  }
}

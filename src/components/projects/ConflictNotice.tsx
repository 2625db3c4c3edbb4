import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import type { Project } from '@/domain/project'
import { differingFields } from '@/domain/wishes'
import { projectConflictQuery, useMootConflict } from '@/hooks/queries/projectConflict'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'

/** Changes of the person that lost a race and wait for their choice; nothing while there are none. */
export function ConflictNotice({ userId, project }: { userId: string; project: Project }) {
  const { data: wanted } = useQuery(projectConflictQuery(userId, project.id))
  const open = useOpenModal('projectConflict')
  const isMoot = wanted !== undefined && differingFields(wanted, project).length === 0
  useMootConflict(userId, project.id, isMoot)
  if (!wanted || isMoot) return null
  return (
    <section
      aria-live="polite"
      className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-accent-soft p-4"
    >
      <p className="min-w-0 flex-1 basis-60">{t('projects.conflictWaits')}</p>
      <Button size="small" onClick={() => open({ projectId: project.id, title: project.title })}>
        {t('projects.conflictChoose')}
      </Button>
    </section>
  )
}

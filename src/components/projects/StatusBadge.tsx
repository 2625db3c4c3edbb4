import type { ProjectStatus } from '@/domain/project'
import { t } from '@/lib/i18n'

const LOOK: Record<ProjectStatus, string> = {
  draft: 'bg-sunken text-muted',
  processing: 'bg-accent-soft text-accent-strong',
  completed: 'bg-success-soft text-success',
  failed: 'bg-danger-soft text-danger',
}

export function StatusBadge({ status }: { status: ProjectStatus }) {
  return (
    <span className={`rounded-full px-2.5 py-1 text-xs font-medium whitespace-nowrap ${LOOK[status]}`}>
      {t(`projects.status_${status}`)}
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import UserPlus from 'lucide-react/icons/user-plus'
import { Link } from 'react-router-dom'
import { Faces } from '@/components/members/Faces'
import { Button } from '@/components/ui/Button'
import { PageTitle } from '@/components/ui/PageTitle'
import type { Project } from '@/domain/project'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useLiveText } from '@/hooks/editor/useLiveText'
import { projectQueries } from '@/hooks/queries/projects'
import { useCommands } from '@/hooks/useCommands'
import { useOpenModal } from '@/hooks/useModal'
import { formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** The way back, who is here, and what the project is called, also while somebody types it. */
export function ProjectHeader() {
  return (
    <header className="mb-6 md:mb-8">
      <div className="mb-4 flex items-center justify-between gap-4">
        <Link
          to={paths.projects}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-small text-sm text-muted hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {t('projects.title')}
        </Link>
        <div className="flex items-center gap-3">
          <Faces />
          <ShareButton />
        </div>
      </div>
      <LiveHeading />
      <Facts />
    </header>
  )
}

function LiveHeading() {
  const saved = useSaved((project) => project.title)
  const { text } = useLiveText('title', TITLE, saved)
  return (
    <>
      <PageTitle>{saved}</PageTitle>
      <h1 className="font-display text-3xl font-semibold tracking-tight break-words md:text-4xl">
        {text.trim() === '' ? saved : text}
      </h1>
    </>
  )
}

function Facts() {
  const { mayEdit } = useProjectEditor()
  const facts = useSaved(({ style, durationSeconds, aspectRatio }) =>
    [t(`projects.style_${style}`), formatDuration(durationSeconds), aspectRatio].join(' · '),
  )
  return (
    <div className="mt-2 text-muted">
      {!mayEdit && <LiveDescription />}
      <p className="text-sm">{facts}</p>
    </div>
  )
}

function LiveDescription() {
  const { text } = useLiveText(
    'description',
    DESCRIPTION,
    useSaved((project) => project.description),
  )
  if (text === '') return null
  return <p className="mb-2 max-w-2xl break-words whitespace-pre-line text-ink">{text}</p>
}

function ShareButton() {
  const { projectId } = useProjectEditor()
  const title = useSaved((project) => project.title)
  const open = useOpenModal('shareProject')
  const share = () => open({ projectId, title })
  useCommands({ shareProject: share })
  return (
    <Button onClick={share}>
      <UserPlus aria-hidden className="size-4.5" strokeWidth={2} />
      {t('members.share')}
    </Button>
  )
}

/** A text of what the server has; renders again only when it changes. */
function useSaved(select: (project: Project) => string): string {
  const { userId, projectId } = useProjectEditor()
  return useQuery({ ...projectQueries.detail(userId, projectId), select }).data ?? ''
}

const TITLE = { kind: 'field', field: 'title' } as const
const DESCRIPTION = { kind: 'field', field: 'description' } as const

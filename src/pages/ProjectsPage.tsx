import { useQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { ReceivedInvitations } from '@/components/members/ReceivedInvitations'
import { ContinueDraft } from '@/components/projects/ContinueDraft'
import { FindProjects } from '@/components/projects/FindProjects'
import { FirstProject } from '@/components/projects/FirstProject'
import { ProjectCard } from '@/components/projects/ProjectCard'
import { useProjectFilters } from '@/components/projects/projectFilters'
import { ProjectGrid, ProjectGridSkeleton } from '@/components/projects/ProjectGrid'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { PageHeader } from '@/components/ui/PageHeader'
import { Pager } from '@/components/ui/Pager'
import { PROJECTS_PER_PAGE } from '@/data/projects'
import { projectQueries, useProjectsBeingDeleted } from '@/hooks/queries/projects'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function ProjectsPage() {
  const userId = useUserId()
  const filters = useProjectFilters()
  const { page = 0, search, status } = filters
  const { data, error, refetch } = useQuery(projectQueries.list(userId, filters))
  const leaving = useProjectsBeingDeleted(userId)
  const projects = data?.projects.filter(({ id }) => !leaving.has(id)) ?? []
  const total = data ? data.total - (data.projects.length - projects.length) : 0
  const isFiltered = search !== undefined || status !== undefined
  return (
    <>
      <PageHeader
        title={t('projects.title')}
        lead={total > 0 && t('projects.count', { count: total })}
        actions={
          <ButtonLink to={paths.newProject} variant="primary">
            <Plus aria-hidden className="size-4.5" strokeWidth={2.25} />
            {t('projects.new')}
          </ButtonLink>
        }
      />
      <ReceivedInvitations userId={userId} />
      <ContinueDraft userId={userId} />
      {(total > 0 || isFiltered) && <FindProjects {...filters} />}
      {!data &&
        (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <ProjectGridSkeleton />)}
      {data && total === 0 && (isFiltered ? <NothingFound /> : <FirstProject />)}
      {total > 0 && (
        <>
          <ProjectGrid>
            {projects.map((project) => (
              <ProjectCard key={project.id} userId={userId} project={project} />
            ))}
          </ProjectGrid>
          <Pager page={page} total={total} perPage={PROJECTS_PER_PAGE} />
        </>
      )}
    </>
  )
}

function NothingFound() {
  return (
    <EmptyState title={t('projects.nothingFound')} text={t('projects.nothingFoundText')}>
      <ButtonLink to={paths.projects} className="mt-6">
        {t('projects.showAll')}
      </ButtonLink>
    </EmptyState>
  )
}

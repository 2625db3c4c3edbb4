import { useQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { ReceivedInvitations } from '@/components/members/ReceivedInvitations'
import { ContinueDraft } from '@/components/projects/ContinueDraft'
import { FirstProject } from '@/components/projects/FirstProject'
import { ProjectCard } from '@/components/projects/ProjectCard'
import { ProjectGrid, ProjectGridSkeleton } from '@/components/projects/ProjectGrid'
import { ButtonLink } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { PageHeader } from '@/components/ui/PageHeader'
import { Pager, usePage } from '@/components/ui/Pager'
import { PROJECTS_PER_PAGE } from '@/data/projects'
import { projectQueries } from '@/hooks/queries/projects'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function ProjectsPage() {
  const userId = useUserId()
  const page = usePage()
  const { data, error, refetch } = useQuery(projectQueries.list(userId, { page }))
  return (
    <>
      <PageHeader
        title={t('projects.title')}
        lead={data && data.total > 0 && t('projects.count', { count: data.total })}
        actions={
          <ButtonLink to={paths.newProject} variant="primary">
            <Plus aria-hidden className="size-4.5" strokeWidth={2.25} />
            {t('projects.new')}
          </ButtonLink>
        }
      />
      <ReceivedInvitations userId={userId} />
      <ContinueDraft userId={userId} />
      {!data &&
        (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <ProjectGridSkeleton />)}
      {data?.total === 0 && <FirstProject />}
      {data && data.total > 0 && (
        <>
          <ProjectGrid>
            {data.projects.map((project) => (
              <ProjectCard key={project.id} userId={userId} project={project} />
            ))}
          </ProjectGrid>
          <Pager page={page} total={data.total} perPage={PROJECTS_PER_PAGE} />
        </>
      )}
    </>
  )
}

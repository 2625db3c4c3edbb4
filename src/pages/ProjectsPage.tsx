import { useQuery } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { useCallback, useState } from 'react'
import { ReceivedInvitations } from '@/components/members/ReceivedInvitations'
import { ContinueDraft } from '@/components/projects/ContinueDraft'
import { FindProjects } from '@/components/projects/FindProjects'
import { FirstProject } from '@/components/projects/FirstProject'
import { Overview } from '@/components/projects/Overview'
import { ProjectFeed } from '@/components/projects/ProjectFeed'
import { useProjectFilters, useProjectView } from '@/components/projects/projectFilters'
import { ProjectGridSkeleton } from '@/components/projects/ProjectGrid'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { PageHeader } from '@/components/ui/PageHeader'
import { PROJECTS_PER_PAGE } from '@/data/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useProjectPages } from '@/hooks/useProjectPages'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const pageOf = (place: number) => Math.floor(place / PROJECTS_PER_PAGE)

type Places = readonly [first: number, last: number]

export function ProjectsPage() {
  const userId = useUserId()
  const filters = useProjectFilters()
  const view = useProjectView()
  const [seen, setSeen] = useState<Places>([0, 0])
  // A row that is scrolled in is no reason to draw the page, only one of another page of the list.
  const onSeen = useCallback(
    (places: Places) =>
      setSeen((old) => (old.every((place, n) => pageOf(place) === pageOf(places[n] ?? 0)) ? old : places)),
    [],
  )
  const pages = useProjectPages(userId, filters, seen)
  const { total = 0 } = pages
  const newsIsComing = useNewsIsComing(userId)
  const isLoading = pages.total === undefined
  const isFiltered = filters.search !== undefined || filters.status !== undefined
  const hasProjects = total > 0 || isFiltered
  return (
    <>
      <PageHeader
        title={t('projects.title')}
        lead={total > 0 && <output>{t('projects.count', { count: total })}</output>}
        actions={
          <ButtonLink to={paths.newProject} variant="primary">
            <Plus aria-hidden className="size-4.5" strokeWidth={2.25} />
            {t('projects.new')}
          </ButtonLink>
        }
      />
      <ReceivedInvitations userId={userId} />
      {!isFiltered && <ContinueDraft userId={userId} />}
      {!isFiltered && total > 0 && !newsIsComing && <Overview userId={userId} />}
      {hasProjects && <FindProjects {...filters} view={view} />}
      {pages.error && (isLoading || pages.at(seen[0]) === undefined) && (
        <LoadFailed error={pages.error} onRetry={pages.retry} />
      )}
      {(isLoading ? !pages.error : newsIsComing) && <ProjectGridSkeleton view={view} />}
      {!isLoading && total === 0 && (isFiltered ? <NothingFound /> : <FirstProject />)}
      {total > 0 && !newsIsComing && (
        <ProjectFeed userId={userId} view={view} total={total} pages={pages} onSeen={onSeen} />
      )}
    </>
  )
}

/**
 * Films stand above the list and would push it down under somebody's finger: the list waits for the first answer about them.
 * Later changes of films are no reason to draw the page.
 */
function useNewsIsComing(userId: string): boolean {
  return useQuery({ ...videoQueries.queue(userId), notifyOnChangeProps: ['isLoading'] }).isLoading
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

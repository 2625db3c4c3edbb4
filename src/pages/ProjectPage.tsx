import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router-dom'
import { z } from 'zod'
import { EditorPanel } from '@/components/editor/EditorPanel'
import { ProjectHeader } from '@/components/editor/ProjectHeader'
import { ConflictNotice } from '@/components/projects/ConflictNotice'
import { DeleteProject } from '@/components/projects/DeleteProject'
import { ProjectFilms } from '@/components/projects/ProjectFilms'
import { ProjectMissing } from '@/components/projects/ProjectMissing'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { SectionBoundary } from '@/components/ui/SectionBoundary'
import type { Project } from '@/domain/project'
import { EditorScope } from '@/hooks/editor/useProjectEditor'
import { projectQueries } from '@/hooks/queries/projects'
import { useMyRole } from '@/hooks/useProjectPeople'
import { ProjectRoom } from '@/hooks/useProjectRoom'
import { useUserId } from '@/hooks/useSession'
import { DataError } from '@/lib/errors'

/** What PostgREST and our own code answer when there is no such project, or it may not be read. */
const isMissing = (error: unknown) => error instanceof DataError && error.code === 'not_found'

export function ProjectPage() {
  const { projectId = '' } = useParams()
  // An address somebody mistyped is no question for the database.
  if (!z.uuid().safeParse(projectId).success) return <ProjectMissing />
  return <KnownProject key={projectId} projectId={projectId} />
}

function KnownProject({ projectId }: { projectId: string }) {
  const userId = useUserId()
  const { data: project, error, refetch } = useQuery(projectQueries.detail(userId, projectId))
  if (isMissing(error)) return <ProjectMissing />
  if (!project) {
    return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <ProjectSkeleton />
  }
  return <OpenProject userId={userId} project={project} />
}

/** The project as a place where people meet: seen by everybody in it, changed by its owner and editors. */
function OpenProject({ userId, project }: { userId: string; project: Project }) {
  const isOwner = project.userId === userId
  const mayEdit = useMyRole(userId, project.id) === 'editor' || isOwner
  const scope = { userId, projectId: project.id, mayEdit }
  return (
    <ProjectRoom {...scope}>
      <EditorScope {...scope}>
        <ProjectHeader />
        <ConflictNotice userId={userId} project={project} />
        <ProjectFilms userId={userId} project={project}>
          <SectionBoundary section="editor" resetKeys={[project.id]}>
            <EditorPanel />
          </SectionBoundary>
        </ProjectFilms>
        {isOwner && (
          <footer className="mt-14 border-t border-line pt-5">
            <DeleteProject userId={userId} project={project} />
          </footer>
        )}
      </EditorScope>
    </ProjectRoom>
  )
}

function ProjectSkeleton() {
  return (
    <Loading>
      <div className="skeleton mt-13 h-10 w-2/3 max-w-md" />
      <div className="skeleton mt-3 mb-10 h-5 w-40" />
      <div className="skeleton aspect-video w-full rounded-card" />
    </Loading>
  )
}

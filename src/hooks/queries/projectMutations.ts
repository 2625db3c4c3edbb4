import { mutationOptions, onlineManager, type QueryClient } from '@tanstack/react-query'
import { feedStatus } from '@/data/changes'
import { changeProject, ProjectConflict } from '@/data/changeProject'
import { deleteProject } from '@/data/projects'
import type { Project } from '@/domain/project'
import { differingFields, fieldsOf, pickWishes, type SomeWishes } from '@/domain/wishes'
import { sleep } from '@/lib/sleep'
import { tellError } from '@/lib/tellError'
import { mutationKey, refetchAfterLast } from './mutationKey'
import { answerConflict, keepConflict } from './projectConflict'
import {
  confirmedProject,
  dropProject,
  newestProject,
  projectKey,
  projectsKey,
  showProject,
} from './projectCache'
import type { ProjectSave } from './projectSaves'

/** A save that leaves later than this was not made upon what is there now. Milliseconds. */
const LATE_AFTER_MS = 15_000
/** Milliseconds, and many times what a change takes. */
const ARRIVES_WITHIN_MS = 5_000

/** Saves of one project leave one after the other, so that they never refuse each other. */
export const savesOf = (projectId: string) => ({ id: `project:${projectId}` })

/**
 * What is sent when a person changes some fields. `base` is what the fields were when they began to change them;
 * without it, what they are on screen now. @throws Error when the project is not cached
 */
export function projectSave(
  client: QueryClient,
  userId: string,
  projectId: string,
  wishes: SomeWishes,
  base?: SomeWishes,
): ProjectSave {
  const shown = client.getQueryData<Project>(projectKey(userId, projectId))
  const confirmed = confirmedProject(client, userId, projectId)
  const seen = shown ?? confirmed
  if (!seen || !confirmed) throw new Error(`Project ${projectId} is changed before it was read`)
  return {
    projectId,
    wishes,
    base: base ?? pickWishes(seen, fieldsOf(wishes)),
    rev: confirmed.rev,
    madeAt: Date.now(),
    live: onlineManager.isOnline() && feedStatus(userId) === 'live',
  }
}

/** [Note: live or late] See: [Note: each field has its last writer]. Kept over a reload or offline, a save is late. */
const isLate = ({ live, madeAt }: ProjectSave) => !live || Math.abs(Date.now() - madeAt) > LATE_AFTER_MS

/**
 * [Note: saved over a dead socket] For up to a minute nothing tells it from a quiet one. But what somebody else has saved
 * comes through a working one within moments: what does not come was not seen either.
 */
const arrivals = (client: QueryClient, userId: string, projectId: string) => async (rev: number) => {
  const isHere = () => (confirmedProject(client, userId, projectId)?.rev ?? 0) >= rev
  const until = performance.now() + ARRIVES_WITHIN_MS
  while (!isHere() && performance.now() < until) await sleep(50)
  return isHere()
}

export const updateProjectOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'project.update'),
    // A conflict is not a message but a question.
    meta: { quiet: true },
    mutationFn: (save: ProjectSave) => {
      const how = isLate(save) ? 'late' : 'live'
      const known = confirmedProject(client, userId, save.projectId)
      // What is known to have come since did not touch these fields, or the person has seen it.
      const isUpToDate = known && (how === 'live' || differingFields(save.base, known).length === 0)
      const { projectId: id, base, wishes } = save
      const rev = isUpToDate ? known.rev : save.rev
      return changeProject({ id, base, wishes, how, rev, hasArrived: arrivals(client, userId, id) })
    },
    onMutate: ({ projectId }) => {
      const confirmed = confirmedProject(client, userId, projectId)
      if (confirmed) showProject(client, userId, confirmed)
    },
    onSuccess: (saved, save) => {
      showProject(client, userId, newestProject(client, userId, saved), save)
      answerConflict(client, userId, save.projectId, save.wishes)
    },
    onError: (error, save) => {
      if (error instanceof ProjectConflict) {
        showProject(client, userId, newestProject(client, userId, error.theirs), save)
        keepConflict(client, userId, error)
        return
      }
      const confirmed = confirmedProject(client, userId, save.projectId)
      if (confirmed) showProject(client, userId, confirmed, save)
      tellError(error)
    },
    onSettled: () => refetchAfterLast(client, userId, 'project', [projectsKey(userId)]),
  })

/** Sent when the time for undoing is over. See: useDeleteProject. */
export const deleteProjectOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'project.delete'),
    mutationFn: ({ projectId }: { projectId: string }) => deleteProject(projectId),
    onSuccess: (_nothing, { projectId }) => dropProject(client, userId, projectId),
    onSettled: () =>
      refetchAfterLast(client, userId, 'project', [
        projectsKey(userId),
        [userId, 'videos'],
        [userId, 'photos'],
      ]),
  })

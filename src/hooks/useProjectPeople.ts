import { useQuery } from '@tanstack/react-query'
import type { Member } from '@/domain/member'
import { memberQueries } from './queries/members'

const NOBODY: readonly Member[] = []

/** Everybody who can open the project, the owner first. Empty until it is known. */
export const useProjectPeople = (userId: string, projectId: string): readonly Member[] =>
  useQuery(memberQueries.ofProject(userId, projectId)).data ?? NOBODY

/** What the person may do in the project; undefined until it is known, or when they cannot open it. */
export const useMyRole = (userId: string, projectId: string) =>
  useQuery({
    ...memberQueries.ofProject(userId, projectId),
    select: (people) => people.find((person) => person.userId === userId)?.role,
  }).data

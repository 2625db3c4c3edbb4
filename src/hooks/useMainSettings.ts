import { useQuery } from '@tanstack/react-query'
import { mainSettings } from '@/domain/cut'
import { DEFAULT_SETTINGS, type GenerationSettings } from '@/domain/video'
import { videoQueries } from './queries/videos'

/** What the project's own film would be made with now; the usual until its films are known. */
export function useMainSettings(userId: string, projectId: string): GenerationSettings {
  const { data } = useQuery({ ...videoQueries.ofProject(userId, projectId), select: mainSettings })
  return data ?? DEFAULT_SETTINGS
}

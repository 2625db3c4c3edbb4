import type { Video } from '@/domain/video'
import { t } from '@/lib/i18n'

/** What is happening to a film that is waiting or being made. */
export function stageText({ status, stage, attempt }: Pick<Video, 'status' | 'stage' | 'attempt'>): string {
  if (status === 'queued') return t(attempt > 0 ? 'generation.stage_retrying' : 'generation.stage_queued')
  return t(`generation.stage_${stage ?? 'preparing'}`)
}

/** Seconds until the film should be ready, or null where nobody can say yet. */
export function secondsLeft({ status, estimatedCompletionAt }: Video, now: number): number | null {
  if (status !== 'processing' || estimatedCompletionAt === null) return null
  return Math.max(0, (Date.parse(estimatedCompletionAt) - now) / 1000)
}

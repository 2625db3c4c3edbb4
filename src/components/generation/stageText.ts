import type { Video } from '@/domain/video'
import { t } from '@/lib/i18n'

/** What is happening to a film that waits, is being made, or was begun and is at rest. */
export function stageText(
  { status, stage, attempt, errorCode }: Pick<Video, 'status' | 'stage' | 'attempt' | 'errorCode'>,
  isPaused: boolean,
): string {
  if (isPaused) return t('generation.stage_paused')
  if (status !== 'queued') return t(`generation.stage_${stage ?? 'preparing'}`)
  // Given back, it waits like any other; after a failure the next attempt comes a little later.
  return t(attempt > 0 && errorCode !== null ? 'generation.stage_retrying' : 'generation.stage_queued')
}

import { useGenerationRunner } from '@/hooks/useGenerationRunner'
import { useRealtimeSync } from '@/hooks/useRealtimeSync'
import { useFilmNotices } from './useFilmNotices'

/** What goes on while a signed-in person has the page open: making films and hearing of changes. Shows nothing. */
export function Background({ userId }: { userId: string }) {
  useRealtimeSync(userId)
  useGenerationRunner(userId)
  useFilmNotices(userId)
  return null
}

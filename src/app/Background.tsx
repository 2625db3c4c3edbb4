// What uploads have left on this device goes with their person, whatever else is loaded by then.
import '@/data/forgetPlaces'
import { useAnnouncements } from '@/hooks/useAnnouncements'
import { useGenerationRunner } from '@/hooks/useGenerationRunner'
import { useIsAccountClosing } from '@/hooks/useIsAccountClosing'
import { useProfileLanguage } from '@/hooks/useProfileLanguage'
import { useProfileWatch } from '@/hooks/useProfileWatch'
import { useReadOnSight } from '@/hooks/useReadOnSight'
import { useRealtimeSync } from '@/hooks/useRealtimeSync'
import { useTidyExport } from '@/hooks/useTidyExport'

/** What goes on while a signed-in person has the page open: making films, hearing of changes and telling of them. Shows nothing. */
export function Background({ userId }: { userId: string }) {
  useRealtimeSync(userId)
  // The database refuses films to an account that is being deleted; asking for them would only fill the console.
  useGenerationRunner(useIsAccountClosing(userId) ? null : userId)
  useAnnouncements(userId)
  useReadOnSight(userId)
  useProfileWatch(userId)
  useProfileLanguage(userId)
  useTidyExport()
  return null
}

import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import HardDrive from 'lucide-react/icons/hard-drive'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { t } from '@/lib/i18n'
import { useDraftAccess, useSaveStatus, type SaveStatus } from '@/stores/video.store'

/** `Draft saved` stands here only while all of it is on this device. */
export function SaveIndicator() {
  const status = useSaveStatus()
  // What another tab does with the draft this one cannot know.
  const isReading = useDraftAccess() === 'reading'
  const look = LOOKS[status]
  return (
    <output className="flex min-h-9 items-center gap-1.5 text-sm text-muted">
      {!isReading && (
        <>
          <look.Icon aria-hidden className={`size-4 shrink-0 ${look.tone}`} />
          <span>{t(look.text)}</span>
        </>
      )}
    </output>
  )
}

const LOOKS = {
  untouched: { Icon: HardDrive, tone: '', text: 'draft.untouched' },
  unsaved: { Icon: CircleDashed, tone: 'animate-spin', text: 'draft.saving' },
  incomplete: { Icon: TriangleAlert, tone: '', text: 'draft.notAllSaved' },
  saving: { Icon: CircleDashed, tone: 'animate-spin', text: 'draft.saving' },
  saved: { Icon: CircleCheck, tone: 'text-success', text: 'draft.saved' },
  failed: { Icon: TriangleAlert, tone: 'text-danger', text: 'draft.notSaved' },
} as const satisfies Record<SaveStatus, { Icon: unknown; tone: string; text: string }>

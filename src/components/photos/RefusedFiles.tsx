import CircleAlert from 'lucide-react/icons/circle-alert'
import X from 'lucide-react/icons/x'
import { usePhotoManager } from '@/hooks/usePhotoManager'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** Files that were not added, by name and with the reason. */
export function RefusedFiles() {
  const refused = useVideoStore((state) => state.refused)
  const { dismissRefused } = usePhotoManager()
  if (refused.length === 0) return null
  return (
    <div role="alert" className="relative rounded-control bg-danger-soft py-3 pr-12 pl-4 text-sm">
      <p className="flex items-center gap-2.5 font-medium">
        <CircleAlert aria-hidden className="size-4.5 shrink-0 text-danger" />
        {t('draft.refusedTitle', { count: refused.length })}
      </p>
      <ul className="mt-1.5 max-h-40 space-y-1 overflow-y-auto pl-7">
        {refused.map(({ id, filename, code }) => (
          <li key={id}>
            <bdi className="font-medium break-all">{filename}</bdi>: {errorCodeText(code)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        aria-label={t('draft.dismiss')}
        onClick={dismissRefused}
        className="absolute top-0.5 right-0.5 grid size-11 place-items-center rounded-control text-muted hover:text-ink"
      >
        <X aria-hidden className="size-5" />
      </button>
    </div>
  )
}

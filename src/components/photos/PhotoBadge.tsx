import Check from 'lucide-react/icons/check'
import RotateCw from 'lucide-react/icons/rotate-cw'
import type { UploadState } from '@/domain/upload'
import { t } from '@/lib/i18n'
import { usePhotoFile, useUpload, useVideoStore } from '@/stores/video.store'

type PhotoBadgeProps = { id: string; name: string; onRetryUpload: () => void }

/** What there is to say about one photo's file, over its picture: not kept here, or how far its upload is. */
export function PhotoBadge({ id, name, onRetryUpload }: PhotoBadgeProps) {
  const file = usePhotoFile(id)
  const upload = useUpload(id)
  const hasEnded = useVideoStore(({ submission }) => submission.kind === 'failed')
  if (!file || file.kind === 'missing') return <Veil tone="danger">{t('draft.notSavedYet')}</Veil>
  if (!upload) return file.kind === 'failed' ? <Veil tone="danger">{t('draft.notSaved')}</Veil> : null
  if (upload.kind === 'failed') {
    return (
      <Veil tone="danger">
        {t('draft.upload_failed')}
        {hasEnded && (
          <button
            type="button"
            aria-label={t('draft.retryPhoto', { name })}
            onClick={onRetryUpload}
            className="pointer-events-auto grid size-9 place-items-center rounded-full bg-on-film/20 hover:bg-on-film/35"
          >
            <RotateCw aria-hidden className="size-4" />
          </button>
        )}
      </Veil>
    )
  }
  if (upload.kind === 'done') {
    return (
      <span className="pointer-events-none absolute top-2 left-2 grid size-6 place-items-center rounded-full bg-success text-surface">
        <Check aria-label={t('draft.upload_done')} className="size-4" strokeWidth={3} />
      </span>
    )
  }
  return (
    <Veil tone="calm">
      {uploadText(upload)}
      <span className="absolute inset-x-0 bottom-0 h-1 bg-on-film/30">
        <span
          className="block h-full bg-accent transition-[width] duration-slow"
          style={{ width: `${upload.kind === 'uploading' ? upload.fraction * 100 : 0}%` }}
        />
      </span>
    </Veil>
  )
}

function Veil({ tone, children }: { tone: 'calm' | 'danger'; children: React.ReactNode }) {
  return (
    <span
      className={`pointer-events-none absolute inset-x-0 top-0 flex aspect-[4/3] flex-col items-center justify-center gap-1 overflow-hidden rounded-t-card px-2 text-center text-sm font-medium text-on-film tabular-nums ${
        tone === 'danger' ? 'bg-danger-scrim/70' : 'bg-scrim/45'
      }`}
    >
      {children}
    </span>
  )
}

function uploadText(upload: Exclude<UploadState, { kind: 'failed' | 'done' }>): string {
  switch (upload.kind) {
    case 'queued':
      return t('draft.upload_queued')
    case 'preparing':
      return t('draft.upload_preparing')
    case 'uploading': {
      const percent = Math.round(upload.fraction * 100)
      return upload.attempt > 1
        ? t('draft.upload_again', { percent, attempt: upload.attempt })
        : t('draft.upload_uploading', { percent })
    }
    default:
      return upload satisfies never
  }
}

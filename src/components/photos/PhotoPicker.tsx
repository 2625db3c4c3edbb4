import ImagePlus from 'lucide-react/icons/image-plus'
import { useId, type Ref } from 'react'
import { PHOTO_MIME_TYPES } from '@/domain/photo'
import { t } from '@/lib/i18n'

type PhotoPickerProps = {
  onFiles: (files: readonly File[]) => void
  disabled: boolean
  /** Small once there are photos. */
  compact: boolean
  error: string | undefined
  ref: Ref<HTMLInputElement>
}

/**
 * The file input, with a large place to drop and tap around it. HEIC is offered by its endings too: not every system
 * knows its type, and a file dialog would grey it out.
 */
export function PhotoPicker({ onFiles, disabled, compact, error, ref }: PhotoPickerProps) {
  const id = useId()
  return (
    <div>
      <div
        className={`relative grid place-items-center rounded-card border-2 border-dashed bg-surface text-center transition-colors duration-quick hover:border-accent hover:bg-accent-soft has-focus-visible:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:pointer-events-none has-disabled:border-line has-disabled:bg-transparent ${
          error ? 'border-danger' : 'border-line-strong/50'
        } ${compact ? 'min-h-20 px-4 py-3' : 'min-h-72 px-6 py-12'}`}
      >
        <div aria-hidden className={`flex items-center ${compact ? 'gap-3' : 'flex-col gap-4'}`}>
          <span
            className={`grid place-items-center rounded-full bg-accent-soft text-accent ${compact ? 'size-11' : 'size-16'}`}
          >
            <ImagePlus className={compact ? 'size-5' : 'size-7'} strokeWidth={1.75} />
          </span>
          <span className={compact ? 'text-left' : ''}>
            <span className={`block font-medium ${compact ? '' : 'font-display text-xl'}`}>
              <span className="pointer-coarse:hidden">
                {t(compact ? 'draft.dropMore' : 'draft.dropHere')}
              </span>
              <span className="hidden pointer-coarse:inline">
                {t(compact ? 'draft.chooseMore' : 'draft.chooseHere')}
              </span>
            </span>
            <span className="mt-0.5 block text-sm text-muted">{t('draft.dropFormats')}</span>
          </span>
        </div>
        <label htmlFor={id} className="sr-only">
          {t('draft.addPhotos')}
        </label>
        <input
          ref={ref}
          id={id}
          type="file"
          multiple
          accept={[...PHOTO_MIME_TYPES, 'image/heic', 'image/heif', '.heic', '.heif'].join(',')}
          disabled={disabled}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
          className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])]
            // The same file can be chosen again.
            event.target.value = ''
            onFiles(files)
          }}
        />
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-2 text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

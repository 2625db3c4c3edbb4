import { useRef } from 'react'
import type { Photo } from '@/domain/photo'
import { CAPTION_MAX } from '@/domain/project'
import { captionKey } from '@/hooks/editor/textSaver'
import { useLiveText } from '@/hooks/editor/useLiveText'
import { t } from '@/lib/i18n'
import { useSteadyCaret } from './useSteadyCaret'

/** The words under a photo. Who else is at the photo is shown on its tile. */
export function CaptionField({ photo, number }: { photo: Photo; number: number }) {
  const live = useLiveText(captionKey(photo.id), { kind: 'photo', id: photo.id }, photo.caption)
  const input = useRef<HTMLInputElement>(null)
  const typed = useSteadyCaret(input, live.text)
  return (
    <input
      ref={input}
      type="text"
      aria-label={t('editor.caption', { number })}
      placeholder={t('editor.captionPlaceholder')}
      maxLength={CAPTION_MAX}
      autoComplete="off"
      value={live.text}
      onFocus={live.enter}
      onBlur={live.leave}
      onChange={({ target: { value } }) => {
        typed(value)
        live.change(value)
      }}
      className="h-11 w-full rounded-b-card bg-transparent px-3 text-base text-ellipsis placeholder:text-sm placeholder:text-muted focus-visible:outline-offset-[-2px] sm:text-sm"
    />
  )
}

/** The same words for somebody who may only look: also while they are being typed. */
export function CaptionText({ photo }: { photo: Photo }) {
  const { text } = useLiveText(captionKey(photo.id), { kind: 'photo', id: photo.id }, photo.caption)
  if (text === '') return null
  return <p className="px-3 py-2.5 text-sm break-words">{text}</p>
}

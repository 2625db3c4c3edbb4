import { useEffect, useId, useRef, useState } from 'react'
import { Face } from '@/components/members/Face'
import { Button, buttonClass } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import type { Framing } from '@/domain/avatar'
import { PHOTO_MIME_TYPES } from '@/domain/photo'
import type { Profile } from '@/domain/profile'
import { useRemoveAvatar, useSaveAvatar } from '@/hooks/queries/avatar'
import { usePortrait } from '@/hooks/usePortrait'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import type { Portrait } from '@/media/portrait'
import { AvatarCropper } from './AvatarCropper'

/** Loaded with the first photo that is opened, which was before. */
const cropPortrait = async (portrait: Portrait, framing: Framing) =>
  (await import('@/media/portrait')).cropPortrait(portrait, framing)

/** The person's picture: chosen from any photo, cut to a square around the face, taken off again. */
export function AvatarField({ profile }: { profile: Profile }) {
  const id = useId()
  const { opening, open, move, close } = usePortrait()
  const saving = useSaveAvatar(profile.id)
  const removing = useRemoveAvatar(profile.id)
  const [said, setSaid] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const sending = useRef<AbortController | null>(null)
  useEffect(() => () => sending.current?.abort(), [])

  const isBusy = saving.isPending || removing.isPending
  const problem = opening.is === 'refused' ? opening.why : (saving.error ?? removing.error)
  function begin(file: File) {
    setSaid(null)
    saving.reset()
    removing.reset()
    void open(file)
  }
  function leaveCropper() {
    close()
    input.current?.focus()
  }
  function cancel() {
    sending.current?.abort()
    saving.reset()
    leaveCropper()
  }
  function use() {
    if (opening.is !== 'open' || isBusy) return
    const { portrait, framing } = opening
    sending.current = new AbortController()
    saving.mutate(
      { cut: () => cropPortrait(portrait, framing), signal: sending.current.signal },
      {
        onSuccess: () => {
          setSaid(t('account.avatarSaved'))
          leaveCropper()
        },
      },
    )
  }
  function remove() {
    setSaid(null)
    saving.reset()
    removing.mutate(undefined, {
      onSuccess: () => {
        setSaid(t('account.avatarRemoved'))
        input.current?.focus()
      },
    })
  }

  return (
    <div className="grid gap-5">
      {problem !== null && (
        <ErrorNotice>{typeof problem === 'string' ? problem : errorText(problem)}</ErrorNotice>
      )}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Face
          userId={profile.id}
          name={profile.displayName}
          avatarPath={profile.avatarPath}
          label={t('account.avatar')}
          size="large"
        />
        <div className="grid gap-2">
          <div className="flex flex-wrap gap-3">
            <label
              htmlFor={id}
              className={`${buttonClass()} relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent`}
            >
              {t(profile.avatarPath === null ? 'account.avatarChoose' : 'account.avatarChange')}
              <input
                ref={input}
                id={id}
                type="file"
                accept={[...PHOTO_MIME_TYPES, 'image/heic', 'image/heif', '.heic', '.heif'].join(',')}
                aria-describedby={`${id}-hint`}
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                onChange={({ target }) => {
                  const file = target.files?.[0]
                  // The same file can be chosen again.
                  target.value = ''
                  if (file && !isBusy) begin(file)
                }}
              />
            </label>
            {profile.avatarPath !== null && opening.is !== 'open' && (
              <Button variant="quiet" aria-disabled={isBusy} onClick={() => !isBusy && remove()}>
                {t('account.avatarRemove')}
              </Button>
            )}
          </div>
          <p id={`${id}-hint`} className="text-sm text-muted">
            {t('account.avatarHint')}
          </p>
          <output className="text-sm text-success empty:hidden">
            {opening.is === 'opening' ? t('account.avatarOpening') : said}
          </output>
        </div>
      </div>
      {opening.is === 'open' && (
        <fieldset
          aria-label={t('account.avatarCrop')}
          className="min-w-0 rounded-card border border-line bg-paper p-4 sm:p-6"
        >
          <AvatarCropper portrait={opening.portrait} framing={opening.framing} onMove={move}>
            <div className="flex flex-wrap gap-3 pt-1">
              <Button variant="primary" aria-disabled={isBusy} onClick={use}>
                {t(saving.isPending ? 'account.avatarSaving' : 'account.avatarUse')}
              </Button>
              <Button onClick={cancel}>{t('shell.cancel')}</Button>
            </div>
          </AvatarCropper>
        </fieldset>
      )}
    </div>
  )
}

import { useState, type ReactNode } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { Button, ButtonLink } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { downloadDamagedDraft, forgetNotice } from '@/hooks/draftNotices'
import { neededFiles, type Draft } from '@/domain/draft'
import { DEFAULT_MUSIC } from '@/domain/music'
import { flushDraft } from '@/hooks/draftSaver'
import { keepThisDraft, openEarlierDraft } from '@/hooks/openDraft'
import { errorCodeText } from '@/lib/errorText'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { useVideoStore } from '@/stores/video.store'

/** Whatever a person must know about how their draft is kept; nothing while all is well. */
export function DraftBanners({ onTakeOver }: { onTakeOver: () => void }) {
  return (
    <div className="grid gap-3 not-empty:mb-6">
      <Elsewhere onTakeOver={onTakeOver} />
      <Found />
      <TextNotSaved />
      <FilesNotSaved />
      <MissingFiles />
    </div>
  )
}

function Elsewhere({ onTakeOver }: { onTakeOver: () => void }) {
  const isReading = useVideoStore(({ access }) => access === 'reading')
  const [isAsking, setIsAsking] = useState(false)
  if (!isReading) return null
  const takeOver = () => {
    setIsAsking(true)
    onTakeOver()
  }
  return (
    <Banner
      action={
        <Button size="small" onClick={takeOver} aria-disabled={isAsking}>
          {t(isAsking ? 'draft.takingOver' : 'draft.takeOver')}
        </Button>
      }
    >
      {t('draft.elsewhere')}
    </Banner>
  )
}

function Found() {
  const notice = useVideoStore((state) => state.notice)
  if (!notice) return null
  const dismiss = (
    <Button variant="quiet" size="small" onClick={forgetNotice}>
      {t('draft.dismiss')}
    </Button>
  )
  switch (notice.kind) {
    case 'gone':
      return <Gone projectId={notice.projectId} dismiss={dismiss} />
    case 'unreadable':
      return <Banner action={dismiss}>{t('draft.unreadable')}</Banner>
    case 'quarantined':
      return (
        <Banner
          action={
            <>
              <Button size="small" onClick={() => void downloadDamagedDraft(notice.key)}>
                {t('draft.downloadDamaged')}
              </Button>
              {dismiss}
            </>
          }
        >
          {t('draft.quarantined')}
        </Banner>
      )
    default:
      return notice satisfies never
  }
}

function Gone({ projectId, dismiss }: { projectId: string | null; dismiss: ReactNode }) {
  if (projectId === null) return <Banner action={dismiss}>{t('draft.gone')}</Banner>
  const open = (
    <ButtonLink size="small" to={paths.project(projectId)} onClick={forgetNotice}>
      {t('draft.openSent')}
    </ButtonLink>
  )
  return (
    <Banner
      action={
        <>
          {open}
          {dismiss}
        </>
      }
    >
      {t('draft.gone')} {t('draft.goneSent')}
    </Banner>
  )
}

function TextNotSaved() {
  const code = useVideoStore(({ saveError }) => saveError)
  const draft = useVideoStore((state) => (state.saveError === 'storage_full' ? state.draft : null))
  if (!code) return null
  if (code === 'earlier_draft')
    return (
      <ErrorNotice action={<WhichDraft />}>
        {t('draft.textNotSaved', { reason: errorCodeText(code) })}
      </ErrorNotice>
    )
  return (
    <ErrorNotice action={<SaveAgain />}>
      {t('draft.textNotSaved', { reason: errorCodeText(code) })}{' '}
      {draft && `${t('draft.textNeeds', { size: formatBytes(textBytes(draft)) })} `}
      {t('draft.stayOpen')}
    </ErrorNotice>
  )
}

const textBytes = (draft: Draft) => new TextEncoder().encode(JSON.stringify(draft)).byteLength

/** Heard only where photos or music change, not at every letter of the title. */
const useNeededFiles = () =>
  neededFiles(useVideoStore(useShallow(({ draft: { photos, music, track } }) => ({ photos, music, track }))))

function FilesNotSaved() {
  const files = useVideoStore((state) => state.files)
  const needed = useNeededFiles()
  const failed = needed.flatMap(({ id, facts }) => {
    const file = files[id]
    return file?.kind === 'failed' ? [{ name: facts.filename, bytes: facts.bytes, code: file.code }] : []
  })
  const [first] = failed
  if (!first) return null
  const names = failed.map(({ name }) => name).join(', ')
  const size = formatBytes(failed.reduce((sum, { bytes }) => sum + bytes, 0))
  return (
    <ErrorNotice action={<SaveAgain />}>
      {t('draft.filesNotSaved', { count: failed.length, names, reason: errorCodeText(first.code), size })}{' '}
      {t('draft.stayOpen')}
    </ErrorNotice>
  )
}

function WhichDraft() {
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="small" onClick={() => void openEarlierDraft()}>
        {t('draft.openEarlier')}
      </Button>
      <Button size="small" onClick={keepThisDraft}>
        {t('draft.keepThis')}
      </Button>
    </span>
  )
}

function SaveAgain() {
  const again = () => {
    useVideoStore.getState().retryFiles()
    void flushDraft()
  }
  return (
    <Button size="small" onClick={again}>
      {t('draft.saveAgain')}
    </Button>
  )
}

function MissingFiles() {
  const needed = useNeededFiles()
  const files = useVideoStore((state) => state.files)
  const lost = useVideoStore((state) => state.lost)
  const missing = needed.filter(({ id }) => (files[id]?.kind ?? 'missing') === 'missing')
  const names = [...missing.map(({ facts }) => facts.filename), ...lost.map(({ filename }) => filename)]
  if (names.length === 0) return null
  const leaveOut = () => {
    const { draft, removePhoto, editDraft, dismissLost } = useVideoStore.getState()
    missing.forEach(({ id }) =>
      id === draft.track?.id ? editDraft({ music: DEFAULT_MUSIC }) : removePhoto(id),
    )
    dismissLost()
  }
  return (
    <ErrorNotice
      action={
        <Button size="small" onClick={leaveOut}>
          {t('draft.forget')}
        </Button>
      }
    >
      {t('draft.missing')} <bdi>{names.join(', ')}</bdi>
    </ErrorNotice>
  )
}

function Banner({ children, action }: { children: ReactNode; action: ReactNode }) {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-accent-soft px-4 py-3 text-sm"
    >
      <p className="min-w-0 flex-1 basis-48">{children}</p>
      {action}
    </div>
  )
}

import { useNavigate } from 'react-router-dom'
import { DraftBanners } from '@/components/draft/DraftBanners'
import { DraftForm } from '@/components/draft/DraftForm'
import { DraftUndo } from '@/components/draft/DraftUndo'
import { SaveIndicator } from '@/components/draft/SaveIndicator'
import { StartOver } from '@/components/draft/StartOver'
import { PageHeader } from '@/components/ui/PageHeader'
import { useAutoSave } from '@/hooks/useAutoSave'
import { useDraftRestore } from '@/hooks/useDraftRestore'
import { usePhotoSeer } from '@/hooks/usePhotoSeer'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { useVideoStore } from '@/stores/video.store'

/** Where a film begins: the draft of the person signed in, restored, kept, and made real. */
export function NewProjectPage() {
  const userId = useUserId()
  const { takeOver } = useDraftRestore(userId)
  useAutoSave(userId)
  usePhotoSeer(userId)
  const isOpen = useVideoStore(({ access, ownerId }) => access !== 'opening' && ownerId === userId)
  const navigate = useNavigate()
  return (
    <>
      <PageHeader
        title={t('draft.pageTitle')}
        lead={t('draft.lead')}
        actions={
          <>
            <SaveIndicator />
            <DraftUndo />
            <StartOver />
          </>
        }
      />
      {isOpen ? (
        <>
          <DraftBanners onTakeOver={takeOver} />
          <DraftForm userId={userId} onCreated={(projectId) => void navigate(paths.project(projectId))} />
        </>
      ) : (
        <DraftSkeleton />
      )}
    </>
  )
}

function DraftSkeleton() {
  return (
    <div aria-busy className="grid gap-10 lg:grid-cols-[1fr_22rem]">
      <p className="sr-only">{t('draft.opening')}</p>
      <div className="skeleton min-h-72 rounded-card" />
      <div className="skeleton hidden min-h-96 rounded-card lg:block" />
    </div>
  )
}

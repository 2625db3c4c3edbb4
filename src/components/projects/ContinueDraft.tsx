import { useQuery } from '@tanstack/react-query'
import PencilLine from 'lucide-react/icons/pencil-line'
import { BlobImage } from '@/components/ui/BlobImage'
import { ButtonLink } from '@/components/ui/Button'
import { peekDraft } from '@/lib/draftPeek'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** The draft that lies on this device, if there is one: back to it in one click. */
export function ContinueDraft({ userId }: { userId: string }) {
  const { data: draft } = useQuery({
    queryKey: [userId, 'local-draft'],
    queryFn: () => peekDraft(userId),
    staleTime: 0,
    gcTime: 0,
    networkMode: 'always',
  })
  if (!draft) return null
  return (
    <section
      aria-labelledby="continue-draft"
      className="mb-8 flex flex-wrap items-center gap-4 rounded-card bg-accent-soft p-4 sm:gap-5"
    >
      <div className="grid aspect-[4/3] w-20 shrink-0 place-items-center overflow-hidden rounded-small bg-surface">
        {draft.cover ? (
          <BlobImage blob={draft.cover} alt="" className="size-full object-cover" />
        ) : (
          <PencilLine aria-hidden className="size-6 text-accent" strokeWidth={1.75} />
        )}
      </div>
      <div className="min-w-0 flex-1 basis-40">
        <p className="text-sm text-muted">{t('projects.draftTitle')}</p>
        <h2 id="continue-draft" className="font-semibold break-words">
          {draft.title || t('projects.draftUntitled')}
        </h2>
        <p className="text-sm text-muted">{t('projects.draftPhotos', { count: draft.photoCount })}</p>
      </div>
      <ButtonLink to={paths.newProject}>{t('projects.draftOpen')}</ButtonLink>
    </section>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { videoQueries } from '@/hooks/queries/videos'
import { useMyRole } from '@/hooks/useProjectPeople'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { FilmLinks } from './FilmLinks'
import { SendFile } from './SendFile'

/** The ways in which a finished film reaches other people: as a file, or as a link. */
export function SendFilmDialog({ data: { videoId, projectId, title } }: ModalProps<'sendFilm'>) {
  const userId = useUserId()
  const { data: video, error, refetch } = useQuery(videoQueries.detail(userId, videoId))
  const role = useMyRole(userId, projectId)
  return (
    <ModalDialog name="sendFilm" title={t('shares.title', { title })} size="medium">
      <div className="mt-6 grid gap-8 *:min-w-0">
        {video ? (
          <>
            <Part title={t('shares.file')} text={t('shares.fileText')}>
              <SendFile userId={userId} title={title} video={video} />
            </Part>
            <Part title={t('shares.links')} text={t('shares.linksText')}>
              {role === undefined ? (
                <Loading className="block skeleton h-28 w-full rounded-card" />
              ) : role === 'viewer' ? (
                <p className="text-sm text-muted">{t('shares.onlyEditors')}</p>
              ) : (
                <FilmLinks userId={userId} projectId={projectId} filmId={videoId} title={title} />
              )}
            </Part>
          </>
        ) : error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading className="block skeleton h-56 w-full rounded-card" />
        )}
      </div>
    </ModalDialog>
  )
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="font-semibold">
        {title}
      </h3>
      <p className="mt-0.5 text-sm text-muted">{text}</p>
      <div className="mt-4">{children}</div>
    </section>
  )
}

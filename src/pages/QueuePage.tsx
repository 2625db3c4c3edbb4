import { useQueryClient } from '@tanstack/react-query'
import MonitorPlay from 'lucide-react/icons/monitor-play'
import { useId, type ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { BatteryChoice, PauseButton, PausedNotice } from '@/components/generation/DevicePause'
import { KeepRendering } from '@/components/generation/KeepRendering'
import { placeSeenFromHere } from '@/components/generation/placeText'
import { QueueItem } from '@/components/generation/QueueItem'
import { QueueLine } from '@/components/generation/QueueLine'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { inLine, isLive, type Video } from '@/domain/video'
import { videoQueries } from '@/hooks/queries/videos'
import { useIsUnableToMakeFilms } from '@/hooks/filmAbility'
import { useGenerationQueue } from '@/hooks/useGenerationQueue'
import { useUserId } from '@/hooks/useSession'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const RECENT = 12

/** Every film that is made, waits or was made of late, and what this device does about them. */
export function QueuePage() {
  const userId = useUserId()
  const client = useQueryClient()
  const { videos, isPending, error } = useGenerationQueue(userId)
  const processing = videos.filter(({ status }) => status === 'processing').toReversed()
  const waiting = inLine(videos)
  const recent = videos.filter(({ status }) => !isLive(status)).slice(0, RECENT)
  const isAtRest = processing.length === 0 && waiting.length === 0
  const isMadeHere = processing.some(({ worker }) => placeSeenFromHere(worker).where === 'here')
  const isUnable = useIsUnableToMakeFilms()
  const navigate = useNavigate()
  useCommands({ asRenderNode: () => void navigate(paths.renderNode) })
  const retry = () => void client.refetchQueries({ queryKey: videoQueries.queue(userId).queryKey })
  return (
    <>
      <PageHeader
        title={t('projects.queueTitle')}
        lead={t('projects.queueLead')}
        actions={
          <>
            {!isUnable && <PauseButton />}
            <ButtonLink to={paths.renderNode}>
              <MonitorPlay aria-hidden className="size-4.5" strokeWidth={1.75} />
              {t('queue.asNode')}
            </ButtonLink>
          </>
        }
      />
      {isUnable ? <CannotMake /> : <PausedNotice />}
      {isMadeHere && <KeepRendering />}
      {error && videos.length === 0 && <LoadFailed error={error} onRetry={retry} />}
      {isPending && <QueueSkeleton />}
      {!isPending && !error && isAtRest && (
        <EmptyState title={t('projects.queueEmptyTitle')} text={t('projects.queueEmptyText')}>
          <ButtonLink to={paths.newProject} variant="primary" className="mt-6">
            {t('projects.new')}
          </ButtonLink>
        </EmptyState>
      )}
      <Films userId={userId} title={t('queue.making')} videos={processing} />
      {waiting.length > 0 && (
        <Section title={t('queue.waiting')} lead={waiting.length > 1 ? t('queue.waitingLead') : undefined}>
          <QueueLine userId={userId} videos={waiting} />
        </Section>
      )}
      <Films userId={userId} title={t('projects.queueRecent')} videos={recent} />
      {!isUnable && <BatteryChoice />}
    </>
  )
}

function CannotMake() {
  return (
    <section className="mb-8 rounded-card bg-sunken p-4 sm:p-5">
      <h2 className="text-body font-medium">{t('queue.cannotTitle')}</h2>
      <p className="mt-0.5 text-sm text-muted">{t('generation.cannotMake')}</p>
    </section>
  )
}

function QueueSkeleton() {
  return (
    <Loading className="grid grid-cols-1 gap-3">
      <span className="block skeleton h-36 rounded-card" />
      <span className="block skeleton h-20 rounded-card" />
      <span className="block skeleton h-20 rounded-card" />
    </Loading>
  )
}

type SectionProps = { title: string; lead?: string | undefined; children: ReactNode }

function Section({ title, lead, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="mt-10 first-of-type:mt-0">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      {lead !== undefined && <p className="mt-0.5 text-sm text-muted">{lead}</p>}
      <div className="mt-4">{children}</div>
    </section>
  )
}

function Films({ userId, title, videos }: { userId: string; title: string; videos: readonly Video[] }) {
  if (videos.length === 0) return null
  return (
    <Section title={title}>
      <ul aria-label={title} className="grid grid-cols-1 gap-3">
        {videos.map((video) => (
          <QueueItem key={video.id} userId={userId} video={video} />
        ))}
      </ul>
    </Section>
  )
}

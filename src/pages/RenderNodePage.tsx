import { useQuery } from '@tanstack/react-query'
import MonitorPlay from 'lucide-react/icons/monitor-play'
import Play from 'lucide-react/icons/play'
import Square from 'lucide-react/icons/square'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { NodeFilm } from '@/components/generation/NodeFilm'
import { pauseText } from '@/components/generation/pauseText'
import { Button, ButtonLink } from '@/components/ui/Button'
import { PageTitle } from '@/components/ui/PageTitle'
import { wishPause } from '@/generation/pause'
import { videoQueries } from '@/hooks/queries/videos'
import { useProfileWatch } from '@/hooks/useProfileWatch'
import { useRealtimeSync } from '@/hooks/useRealtimeSync'
import { useRenderNode } from '@/hooks/useRenderNode'
import { useEmail, useUserId } from '@/hooks/useSession'
import { useWakeLock } from '@/hooks/useWakeLock'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { browserName } from '@/lib/thisDevice'

/**
 * A window that does nothing but make films: on any computer that is signed in as the person. Its name comes from the
 * address (`?name=Attic`), so that whoever starts several can tell them apart in the queue.
 *
 * [Note: read by a script] `data-state`, `data-made` and `data-failed` are for tools/render-node, which runs this page
 * without a screen: words are for people, and in their language.
 */
export function RenderNodePage() {
  const userId = useUserId()
  const email = useEmail()
  const [search] = useSearchParams()
  const [name] = useState(() => search.get('name')?.trim() || browserName())
  useRealtimeSync(userId)
  useProfileWatch(userId)
  const { state, pause, videoId, made, failed, stop, start } = useRenderNode(userId, name)
  const isOn = state !== 'stopped' && state !== 'unable'
  const awake = useWakeLock(isOn)
  const { data: film } = useQuery({
    ...videoQueries.queue(userId),
    select: (videos) => videos.find(({ id }) => id === videoId),
  })
  return (
    <main
      id="main"
      tabIndex={-1}
      data-state={state}
      data-made={made}
      data-failed={failed}
      className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col px-6 py-8 sm:py-12"
    >
      <PageTitle>{t('queue.nodeTitle')}</PageTitle>
      <header>
        <h1 className="flex items-center gap-3 font-display text-3xl font-semibold tracking-tight">
          <MonitorPlay aria-hidden className="size-7 shrink-0 text-accent" strokeWidth={1.5} />
          {t('queue.nodeTitle')}
        </h1>
        <p className="mt-2 break-words text-muted">{t('queue.nodeLead', { email })}</p>
      </header>
      <div className="flex flex-1 flex-col justify-center gap-6 py-10">
        <div>
          <output className="block font-display text-4xl font-semibold tracking-tight text-balance sm:text-hero">
            {t(`queue.state_${state}`)}
          </output>
          <p className="mt-3 text-lg text-balance text-muted">
            {state === 'resting' && pause !== undefined ? pauseText(pause) : t(`queue.stateText_${state}`)}
          </p>
        </div>
        {film && <NodeFilm userId={userId} video={film} />}
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
          <Fact text={t('queue.made', { count: made })} />
          {failed > 0 && <Fact text={t('queue.failedHere', { count: failed })} />}
          {isOn && <Fact text={t(`queue.awake_${awake}`)} />}
          <Fact text={t('queue.nodeName', { name })} />
        </ul>
      </div>
      <footer className="flex flex-wrap gap-3">
        {state === 'stopped' ? (
          <Button variant="primary" size="large" onClick={start}>
            <Play aria-hidden className="size-5" strokeWidth={1.75} />
            {t('queue.start')}
          </Button>
        ) : state === 'resting' ? (
          <Button
            variant="primary"
            size="large"
            onClick={() => wishPause(pause === 'person' ? { isPaused: false } : { battery: 'always' })}
          >
            <Play aria-hidden className="size-5" strokeWidth={1.75} />
            {t(pause === 'person' ? 'queue.resume' : 'queue.goOnAnyway')}
          </Button>
        ) : (
          state !== 'unable' && (
            <Button size="large" aria-disabled={state === 'stopping'} onClick={stop}>
              <Square aria-hidden className="size-5" strokeWidth={1.75} />
              {t('queue.stop')}
            </Button>
          )
        )}
        <ButtonLink to={paths.queue} variant="quiet" size="large">
          {t('queue.backToQueue')}
        </ButtonLink>
      </footer>
    </main>
  )
}

function Fact({ text }: { text: string }) {
  return <li>{text}</li>
}

import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import StepBack from 'lucide-react/icons/step-back'
import StepForward from 'lucide-react/icons/step-forward'
import Volume2 from 'lucide-react/icons/volume-2'
import VolumeX from 'lucide-react/icons/volume-x'
import { Button } from '@/components/ui/Button'
import type { PreviewFilm } from '@/hooks/preview/Playback'
import type { PreviewDesk, PreviewState } from '@/hooks/preview/PreviewDesk'
import type { FilmPosition } from '@/hooks/preview/position'
import type { Player } from '@/hooks/editor/transport'
import { usePreview } from '@/hooks/preview/usePreview'
import { formatClock } from '@/lib/format'
import { t } from '@/lib/i18n'

type PreviewPlayerProps = {
  film: PreviewFilm
  title: string
  position: FilmPosition
  actions?: ReactNode
  /** Hears what plays, for keys elsewhere on the page. @returns ends it */
  attach?: (player: Player) => () => void
  /** Its picture takes the focus that went with the button it was opened by. */
  takesFocus?: boolean
}

/**
 * The film as it would be made now: play, scrub, step. It begins to play by itself. On the picture Space plays and the
 * arrows step by a frame, with Shift by a second; J, K and L shuttle.
 */
export function PreviewPlayer({
  film,
  title,
  position,
  actions,
  attach,
  takesFocus = false,
}: PreviewPlayerProps) {
  const { state, desk, screen } = usePreview(film, position)
  const picture = useCallback(
    (element: HTMLButtonElement | null) => {
      // Not from whoever has gone on to something else while it was opening.
      if (takesFocus && document.activeElement === document.body) element?.focus()
      return screen(element)
    },
    [screen, takesFocus],
  )
  useEffect(() => attach?.(desk.playback), [attach, desk])
  const { width, height, fps } = film.storyboard
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const frames = event.shiftKey ? fps : 1
    if (event.key === 'ArrowLeft') desk.playback.step(-frames)
    else if (event.key === 'ArrowRight') desk.playback.step(frames)
    else if (event.key.toLowerCase() === 'j') desk.playback.shuttle(-1)
    else if (event.key.toLowerCase() === 'k') desk.playback.pause()
    else if (event.key.toLowerCase() === 'l') desk.playback.shuttle(1)
    else return
    event.preventDefault()
  }
  return (
    <section aria-label={t('preview.label')}>
      <div
        // On a laptop it leaves room for the timeline under it.
        className="relative mx-auto max-h-(--most) overflow-hidden [--most:75dvh] lg:[--most:56dvh] rounded-card bg-film shadow-lifted"
        style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(var(--most) * ${width / height})` }}
      >
        <button
          type="button"
          ref={picture}
          aria-label={t('preview.screen', { title })}
          className="block size-full focus-visible:outline-offset-[-3px]"
          onClick={() => desk.playback.toggle()}
          onKeyDown={pressed}
        />
        {state.rate !== 1 && (
          <p className="pointer-events-none absolute top-3 right-3 rounded-full bg-scrim/70 px-2.5 py-1 text-sm font-semibold text-on-film tabular-nums">
            {t('preview.rate', { rate: state.rate })}
          </p>
        )}
        <Cover state={state} onTryAgain={() => desk.show()} />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-1 sm:gap-x-2">
        <Controls state={state} desk={desk} />
        <PositionSlider film={film} position={position} desk={desk} />
      </div>
      {state.soundFailed && <p className="mt-2 text-sm text-muted">{t('preview.soundFailed')}</p>}
      {actions && <div className="mt-4 flex flex-wrap gap-3">{actions}</div>}
    </section>
  )
}

/** What stands over the picture while there is none. */
function Cover({ state, onTryAgain }: { state: PreviewState; onTryAgain: () => void }) {
  const { failure, isOpening } = state
  if (failure) {
    return (
      <div
        role="alert"
        className="absolute inset-0 grid place-content-center gap-4 bg-scrim/80 p-6 text-center text-on-film"
      >
        <p className="max-w-md text-balance">{t(failureText(failure))}</p>
        {failure === 'photo_missing' && (
          <Button size="small" className="justify-self-center" onClick={onTryAgain}>
            {t('preview.tryAgain')}
          </Button>
        )}
      </div>
    )
  }
  if (!isOpening) return null
  return <output aria-label={t('preview.opening')} className="absolute inset-0 block skeleton" />
}

function failureText(failure: NonNullable<PreviewState['failure']>) {
  switch (failure) {
    case 'photo_missing':
      return 'preview.photoMissing'
    case 'photo_unreadable':
      return 'preview.photoUnreadable'
    case 'broken':
      return 'preview.broken'
    default:
      return failure satisfies never
  }
}

function Controls({ state, desk }: { state: PreviewState; desk: PreviewDesk }) {
  const isPaused = state.phase === 'paused'
  const playText = isPaused ? t('preview.play') : t('preview.pause')
  const icon = { 'aria-hidden': true, className: 'size-5', strokeWidth: 1.75 } as const
  return (
    <>
      <IconButton label={playText} busy={state.phase === 'starting'} onPress={() => desk.playback.toggle()}>
        {isPaused ? <Play {...icon} /> : <Pause {...icon} />}
      </IconButton>
      <IconButton label={t('preview.stepBack')} onPress={() => desk.playback.step(-1)}>
        <StepBack {...icon} />
      </IconButton>
      <IconButton label={t('preview.stepForward')} onPress={() => desk.playback.step(1)}>
        <StepForward {...icon} />
      </IconButton>
      <IconButton
        label={state.isMuted ? t('preview.unmute') : t('preview.mute')}
        onPress={() => desk.playback.setMuted(!state.isMuted)}
      >
        {state.isMuted ? <VolumeX {...icon} /> : <Volume2 {...icon} />}
      </IconButton>
    </>
  )
}

type IconButtonProps = { label: string; busy?: boolean; onPress: () => void; children: ReactNode }

function IconButton({ label, busy = false, onPress, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-busy={busy}
      title={label}
      onClick={onPress}
      className="grid size-11 shrink-0 place-items-center rounded-control text-ink transition-colors hover:bg-sunken aria-busy:animate-pulse"
    >
      {children}
    </button>
  )
}

/**
 * Where the film is, and a way to any moment of it. It moves many times a second while the film plays: it hears the
 * position and writes to its own elements; React draws nothing.
 */
function PositionSlider({
  film,
  position,
  desk,
}: {
  film: PreviewFilm
  position: FilmPosition
  desk: PreviewDesk
}) {
  const slider = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLSpanElement>(null)
  const { frameCount, fps } = film.storyboard
  const total = frameCount / fps
  useEffect(() => {
    const tell = () => {
      const seconds = Math.min(position.get(), total)
      if (text.current) text.current.textContent = formatClock(seconds)
      if (!slider.current) return
      slider.current.value = String(seconds)
      slider.current.setAttribute(
        'aria-valuetext',
        t('preview.positionAt', { at: formatClock(seconds), total: formatClock(total) }),
      )
    }
    tell()
    return position.subscribe(tell)
  }, [position, total])
  return (
    <>
      <input
        ref={slider}
        type="range"
        min={0}
        max={total}
        step={1 / fps}
        defaultValue={0}
        aria-label={t('preview.position')}
        className="h-11 min-w-0 grow accent-accent max-sm:order-first max-sm:basis-full"
        onChange={(event) => desk.playback.seek(event.currentTarget.valueAsNumber)}
      />
      <p aria-hidden className="shrink-0 text-sm text-muted tabular-nums max-sm:ml-auto">
        <span ref={text} className="font-medium text-ink" /> / {formatClock(total)}
      </p>
    </>
  )
}

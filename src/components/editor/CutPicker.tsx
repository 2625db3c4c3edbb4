import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { cutWords } from '@/components/generation/cutWords'
import { GenerateButton } from '@/components/generation/GenerateButton'
import { cutName, cutSettings, knownCuts, type Cut } from '@/domain/cut'
import { isLive, MAIN_CUT } from '@/domain/video'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useSaveFirst } from '@/hooks/editor/useSaveFirst'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useMainSettings } from '@/hooks/useMainSettings'
import { useShownCut } from '@/hooks/useShownCut'
import { t } from '@/lib/i18n'

/**
 * Which cut of the story the timeline and the preview show: the film itself, or one of another length or shape. All are of
 * the same photos and the same decisions. Nothing is shown while there is only the film.
 */
export function CutPicker() {
  const { userId, projectId, mayEdit } = useProjectEditor()
  const { data: project } = useQuery(projectQueries.detail(userId, projectId))
  const { data: videos = [] } = useQuery(videoQueries.ofProject(userId, projectId))
  const base = useMainSettings(userId, projectId)
  const { cut: shown, show } = useShownCut()
  const before = useSaveFirst()
  const name = useId()
  const made = knownCuts(videos)
  // What was only looked at can be looked at again, as long as the page is open.
  const [seen, setSeen] = useState<readonly Cut[]>([])
  if (shown && !seen.some((cut) => cutName(cut) === cutName(shown))) setSeen([...seen, shown])
  const cuts = [...seen.filter((cut) => !made.some((other) => cutName(other) === cutName(cut))), ...made]
  if (!project || cuts.length === 0) return null
  const isUnderWay =
    shown !== null && videos.some(({ cut, status }) => cut === cutName(shown) && isLive(status))
  const choice = (cut: Cut | null, words: string) => (
    <label
      key={cut ? cutName(cut) : MAIN_CUT}
      className="relative flex min-h-9 cursor-pointer items-center rounded-full border border-line px-3 text-sm text-muted transition-colors hover:border-line-strong hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
    >
      <input
        type="radio"
        name={name}
        checked={(shown ? cutName(shown) : null) === (cut ? cutName(cut) : null)}
        onChange={() => show(cut)}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
      {words}
    </label>
  )
  return (
    <div className="flex flex-wrap items-center gap-2 lg:col-span-2">
      <div role="radiogroup" aria-label={t('editor.cuts')} className="flex flex-wrap gap-2">
        {choice(null, t('editor.mainCut'))}
        {cuts.map((cut) => choice(cut, wordsOf(cut)))}
      </div>
      {shown && mayEdit && !isUnderWay && (
        <GenerateButton
          userId={userId}
          projectId={projectId}
          variant="quiet"
          settings={cutSettings(base, shown)}
          before={before}
        >
          {t('editor.makeCut', { cut: wordsOf(shown) })}
        </GenerateButton>
      )}
    </div>
  )
}

const wordsOf = (cut: Cut): string =>
  cutWords({ cut: cutName(cut), settings: { resolution: '1080p', fps: 30, ...cut } }) ?? cutName(cut)

import ChevronDown from 'lucide-react/icons/chevron-down'
import { useId } from 'react'
import type { UseFormRegister } from 'react-hook-form'
import { AspectChoice } from '@/components/projects/AspectChoice'
import { ChipRadios } from '@/components/projects/ChipRadios'
import { FILE_FORMATS, FRAME_RATES, RESOLUTIONS } from '@/domain/video'
import type { FormWishes } from '@/hooks/useProjectForm'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'
import { KeepLocationField } from './KeepLocationField'
import { MusicField } from './MusicField'

/** What most people leave as it is: music, shape, size and file of the film, and whether places stay in the photos. */
export function MoreOptions({ register }: { register: UseFormRegister<FormWishes> }) {
  return (
    <details className="group rounded-control ring-1 ring-line open:bg-surface">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between rounded-control px-4 text-sm font-medium [&::-webkit-details-marker]:hidden">
        {t('draft.moreOptions')}
        <ChevronDown
          aria-hidden
          className="size-5 text-muted transition-transform duration-quick group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-5 px-4 pt-1 pb-5">
        <MusicField />
        <AspectChoice label={t('draft.aspectRatio')} radio={() => register('aspectRatio')} />
        <ChipRadios
          label={t('draft.resolution')}
          radio={() => register('resolution')}
          choices={RESOLUTIONS.map((value) => ({ value, text: t(`draft.resolution_${value}`) }))}
        />
        <ChipRadios
          label={t('draft.fileFormat')}
          radio={() => register('format')}
          choices={FILE_FORMATS.map((value) => ({ value, text: t(`draft.fileFormat_${value}`) }))}
        />
        <FrameRateField />
        <KeepLocationField />
      </div>
    </details>
  )
}

/** A number is no value of a radio: bound to the store by hand. */
function FrameRateField() {
  const fps = useVideoStore(({ draft }) => draft.fps)
  const name = useId()
  return (
    <ChipRadios
      label={t('draft.frameRate')}
      radio={(value) => ({
        name,
        checked: String(fps) === value,
        onChange: () => {
          const rate = FRAME_RATES.find((other) => String(other) === value)
          if (rate) useVideoStore.getState().editDraft({ fps: rate })
        },
      })}
      choices={FRAME_RATES.map((rate) => ({ value: String(rate), text: String(rate) }))}
    />
  )
}

import { useQuery } from '@tanstack/react-query'
import Sparkles from 'lucide-react/icons/sparkles'
import { useId, useState, type FormEvent } from 'react'
import { AspectChoice } from '@/components/projects/AspectChoice'
import { ChipRadios } from '@/components/projects/ChipRadios'
import { DurationInput } from '@/components/projects/DurationInput'
import { Button } from '@/components/ui/Button'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { cutName, cutSettings, mainSettings, type Cut } from '@/domain/cut'
import { DURATION_MAX_SECONDS, DURATION_MIN_SECONDS, type AspectRatio, type Project } from '@/domain/project'
import { FILE_FORMATS, isLive } from '@/domain/video'
import { readWish } from '@/domain/wishText'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { useGenerateVideo, videoQueries } from '@/hooks/queries/videos'
import { useShownCut } from '@/hooks/useShownCut'
import { useUserId } from '@/hooks/useSession'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

/** Asks for another length, shape or file of a project's film, and queues it. */
export function NewCutDialog({ data: { projectId, title }, close }: ModalProps<'newCut'>) {
  const userId = useUserId()
  const { data: project } = useQuery(projectQueries.detail(userId, projectId))
  return (
    <ModalDialog
      name="newCut"
      size="medium"
      title={t('generation.newCut')}
      lead={t('generation.newCutText', { title })}
    >
      {project && <CutForm userId={userId} project={project} close={close} />}
    </ModalDialog>
  )
}

type CutFormProps = { userId: string; project: Project; close: () => void }

function CutForm({ userId, project, close }: CutFormProps) {
  const { data: photoCount = 0 } = useQuery({
    ...photoQueries.ofProject(userId, project.id),
    select: (photos) => photos.length,
  })
  const { data: videos = [] } = useQuery(videoQueries.ofProject(userId, project.id))
  const generating = useGenerateVideo(userId, project.id)
  const base = mainSettings(videos)
  const { visit } = useShownCut()
  const [length, setLength] = useState(String(project.durationSeconds))
  // Most cuts are for the other way of holding a phone.
  const [aspectRatio, setAspectRatio] = useState<AspectRatio>(
    project.aspectRatio === '9:16' ? '16:9' : '9:16',
  )
  const [format, setFormat] = useState(base.format)
  const [refused, setRefused] = useState<string | null>(null)
  const names = { shape: useId(), file: useId() }

  const durationSeconds = readWish('durationSeconds', length)?.durationSeconds
  const changed = () => setRefused(null)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (durationSeconds === undefined) return
    const cut: Cut = { durationSeconds, aspectRatio, format }
    const isUnderWay = videos.some((video) => video.cut === cutName(cut) && isLive(video.status))
    if (isUnderWay) return setRefused(errorCodeText('already_running'))
    generating.mutate({
      projectId: project.id,
      requestKey: crypto.randomUUID(),
      settings: cutSettings(base, cut),
    })
    close()
  }
  return (
    <form noValidate onSubmit={submit} onChange={changed} className="mt-6 grid gap-5">
      <DurationInput
        label={t('draft.duration')}
        input={{ value: length, onChange: ({ target }) => setLength(target.value) }}
        seconds={Number(length)}
        photoCount={photoCount}
        error={
          durationSeconds === undefined
            ? t('draft.durationRange', { min: DURATION_MIN_SECONDS, max: DURATION_MAX_SECONDS / 60 })
            : undefined
        }
        onPreset={(seconds) => {
          setLength(String(seconds))
          changed()
        }}
      />
      <AspectChoice
        label={t('editor.format')}
        radio={(value) => ({
          name: names.shape,
          checked: value === aspectRatio,
          onChange: () => setAspectRatio(value),
        })}
      />
      <ChipRadios
        label={t('draft.fileFormat')}
        radio={(value) => ({
          name: names.file,
          checked: value === format,
          onChange: () => setFormat(value),
        })}
        choices={FILE_FORMATS.map((value) => ({ value, text: t(`draft.fileFormat_${value}`) }))}
      />
      {refused !== null && (
        <p role="alert" className="text-sm text-danger">
          {refused}
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-end gap-3">
        <Button onClick={close}>{t('shell.cancel')}</Button>
        <Button
          aria-disabled={durationSeconds === undefined}
          onClick={() => {
            // A page that is visited closes the dialogs above the last one: see [Note: dialogs in the history].
            if (durationSeconds !== undefined) visit({ durationSeconds, aspectRatio, format })
          }}
        >
          {t('generation.lookAtCut')}
        </Button>
        <Button type="submit" variant="primary" aria-disabled={durationSeconds === undefined}>
          <Sparkles aria-hidden className="size-4.5" strokeWidth={2} />
          {t('generation.makeCut')}
        </Button>
      </div>
    </form>
  )
}

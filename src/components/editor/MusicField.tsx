import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MusicChoice } from '@/components/projects/MusicChoice'
import { DEFAULT_MUSIC, musicText, readMusic, type Music } from '@/domain/music'
import { styleSchema } from '@/domain/project'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useTrackUpload } from '@/hooks/editor/useTrackUpload'
import { trackQuery } from '@/hooks/queries/audioTracks'
import { projectQueries } from '@/hooks/queries/projects'
import { t } from '@/lib/i18n'
import { HeldField } from './HeldField'
import { useLiveWish } from './useLiveWish'

/** What the project's film sounds like, saved like its other fields. A track of one's own is uploaded first. */
export function MusicField() {
  const live = useLiveWish('music')
  const style = styleSchema.safeParse(useLiveWish('style').text).data ?? 'classic'
  const music = readMusic(live.text) ?? DEFAULT_MUSIC
  const track = useKnownTrack(music)
  const put = (wish: Music) => live.change(musicText(wish))
  const upload = useTrackUpload((wish) => {
    put(wish)
    live.leave()
  })
  return (
    <HeldField field="music" live={live}>
      <MusicChoice
        label={t('music.label')}
        music={music}
        style={style}
        track={track}
        isReading={upload.isBusy}
        problem={upload.refused}
        onMusic={put}
        onFile={(file) => void upload.send(file)}
      />
    </HeldField>
  )
}

/** The track that is played, or was until something else was chosen here: it can be chosen again. */
function useKnownTrack(music: Music): { id: string; name: string } | null {
  const { userId, projectId } = useProjectEditor()
  const { data: project } = useQuery(projectQueries.detail(userId, projectId))
  const shown = useLastTrack(music)
  // What somebody else is only choosing can be read when it is saved, and not before.
  const { data } = useQuery(trackQuery(userId, useLastTrack(project?.music)))
  if (shown === undefined) return null
  const name = data?.id === shown.trackId ? data.originalFilename : t('music.track')
  return { id: shown.trackId, name }
}

type TrackMusic = Extract<Music, { kind: 'track' }>

function useLastTrack(music: Music | undefined): TrackMusic | undefined {
  const [last, setLast] = useState<TrackMusic>()
  if (music?.kind === 'track' && last?.trackId !== music.trackId) setLast(music)
  return last
}

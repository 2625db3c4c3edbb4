import { MusicChoice } from '@/components/projects/MusicChoice'
import { useOwnTrack } from '@/hooks/useOwnTrack'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** What the draft's film sounds like. */
export function MusicField() {
  const music = useVideoStore(({ draft }) => draft.music)
  const style = useVideoStore(({ draft }) => draft.style)
  const { track, isMissing, isReading, refused, choose } = useOwnTrack()
  return (
    <MusicChoice
      label={t('music.label')}
      music={music}
      style={style}
      track={track && { id: track.id, name: track.facts.filename }}
      isReading={isReading}
      problem={refused ?? (track && isMissing && music.kind === 'track' ? 'file_gone' : null)}
      onMusic={(wish) => useVideoStore.getState().editDraft({ music: wish })}
      onFile={(file) => void choose(file)}
    />
  )
}

import { useId, type ChangeEvent } from 'react'
import { ChipRadios } from '@/components/projects/ChipRadios'
import { musicWords } from '@/components/projects/musicWords'
import { buttonClass } from '@/components/ui/Button'
import { TRACK_MIME_TYPES } from '@/domain/audioTrack'
import { DEFAULT_MUSIC, MOODS, musicText, type Music } from '@/domain/music'
import { useOwnTrack } from '@/hooks/useOwnTrack'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** What the film sounds like: none, a score of a mood, or a track of the person's own. */
export function MusicField() {
  const music = useVideoStore(({ draft }) => draft.music)
  const { track, isMissing, isReading, refused, choose } = useOwnTrack()
  const name = useId()
  const seed = music.kind === 'score' ? music.seed : DEFAULT_SEED
  const wishes: Music[] = [
    { kind: 'score', mood: 'auto', seed },
    ...MOODS.map((mood) => ({ kind: 'score' as const, mood, seed })),
    ...(track ? [{ kind: 'track' as const, trackId: track.id }] : []),
    { kind: 'none' },
  ]
  const radio = (value: string) => ({
    name,
    checked: musicText(music) === value,
    onChange: () => {
      const wish = wishes.find((other) => musicText(other) === value)
      if (wish) useVideoStore.getState().editDraft({ music: wish })
    },
  })
  const problem = refused ?? (track && isMissing && music.kind === 'track' ? 'file_gone' : null)
  return (
    <div>
      <ChipRadios
        label={t('music.label')}
        radio={radio}
        choices={wishes.map((wish) => ({
          value: musicText(wish),
          text: wish.kind === 'track' && track ? track.facts.filename : musicWords(wish),
        }))}
      />
      <TrackPicker isReading={isReading} isAnother={track !== null} onFile={choose} />
      {problem && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {errorCodeText(problem)}
        </p>
      )}
    </div>
  )
}

const DEFAULT_SEED = DEFAULT_MUSIC.kind === 'score' ? DEFAULT_MUSIC.seed : 1

type TrackPickerProps = { isReading: boolean; isAnother: boolean; onFile: (file: File) => Promise<void> }

function TrackPicker({ isReading, isAnother, onFile }: TrackPickerProps) {
  const id = useId()
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    // The same file can be chosen again.
    target.value = ''
    if (file) void onFile(file)
  }
  return (
    <p className="relative mt-2 inline-flex has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
      <label htmlFor={id} className={buttonClass({ size: 'small' })}>
        {t(isReading ? 'music.reading' : isAnother ? 'music.another' : 'music.choose')}
      </label>
      <input
        id={id}
        type="file"
        accept={[...TRACK_MIME_TYPES, '.mp3', '.m4a', '.aac', '.wav', '.ogg', '.oga', '.flac'].join(',')}
        disabled={isReading}
        className="absolute inset-0 cursor-pointer opacity-0"
        onChange={chosen}
      />
    </p>
  )
}

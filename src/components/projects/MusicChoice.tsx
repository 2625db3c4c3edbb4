import { useId, type ChangeEvent, type ReactNode } from 'react'
import { buttonClass } from '@/components/ui/Button'
import { TRACK_MIME_TYPES } from '@/domain/audioTrack'
import { DEFAULT_MUSIC, musicText, sameMusic, type Mood, type Music } from '@/domain/music'
import type { Style } from '@/domain/project'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { STYLE_DIRECTIONS } from '@/story/styles/styleDirections'
import { ChipRadios } from './ChipRadios'
import { musicWords } from './musicWords'

type MusicChoiceProps = {
  label: ReactNode
  music: Music
  /** Says which moods are offered. */
  style: Style
  /** The person's own track, whether it is heard or not; null without one. */
  track: { id: string; name: string } | null
  isReading: boolean
  /** Why the file chosen last is not it; null when there is nothing to say. */
  problem: string | null
  onMusic: (music: Music) => void
  onFile: (file: File) => void
}

/** What the film sounds like: none, a score in a mood of its style, or a track of the person's own. */
export function MusicChoice(props: MusicChoiceProps) {
  const { label, music, style, track, isReading, problem, onMusic, onFile } = props
  const name = useId()
  const choices = musicChoices(music, style, track?.id ?? null)
  return (
    <div>
      <ChipRadios
        label={label}
        radio={(value) => ({
          name,
          checked: musicText(music) === value,
          onChange: () => {
            const wish = choices.find((other) => musicText(other) === value)
            if (wish) onMusic(wish)
          },
        })}
        choices={choices.map((wish) => ({
          value: musicText(wish),
          text: wish.kind === 'track' && track ? track.name : musicWords(wish),
        }))}
      />
      <TrackPicker isReading={isReading} isAnother={track !== null} onFile={onFile} />
      {problem !== null && (
        <p role="alert" className="mt-2 text-sm text-danger">
          {errorCodeText(problem)}
        </p>
      )}
    </div>
  )
}

/** What is offered: the style's choice, its moods, the track, none. A mood of another style stays while it is chosen. */
function musicChoices(music: Music, style: Style, trackId: string | null): Music[] {
  const seed = music.kind === 'score' ? music.seed : DEFAULT_SEED
  const score = (mood: Mood | 'auto'): Music => ({ kind: 'score', mood, seed })
  const scores = [score('auto'), ...STYLE_DIRECTIONS[style].moods.map(score)]
  const isOffered = music.kind !== 'score' || scores.some((offered) => sameMusic(offered, music))
  return [
    ...scores,
    ...(isOffered ? [] : [music]),
    ...(trackId === null ? [] : [{ kind: 'track', trackId } as const]),
    { kind: 'none' },
  ]
}

const DEFAULT_SEED = DEFAULT_MUSIC.kind === 'score' ? DEFAULT_MUSIC.seed : 1

type TrackPickerProps = { isReading: boolean; isAnother: boolean; onFile: (file: File) => void }

function TrackPicker({ isReading, isAnother, onFile }: TrackPickerProps) {
  const id = useId()
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    // The same file can be chosen again.
    target.value = ''
    if (file) onFile(file)
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

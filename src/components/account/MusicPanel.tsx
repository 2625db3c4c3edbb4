import { useQuery } from '@tanstack/react-query'
import Music from 'lucide-react/icons/music'
import Trash2 from 'lucide-react/icons/trash-2'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { leaveRow, ROW_FOCUS } from '@/components/notices/rowFocus'
import { Panel } from '@/components/ui/Panel'
import type { AudioTrack } from '@/domain/audioTrack'
import { ownTracksQuery, useRemoveTrack, useTracksBeingRemoved } from '@/hooks/queries/audioTracks'
import { formatBytes, formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'

/** The person's own tracks, which count against their storage; here they can be deleted. */
export function MusicPanel({ userId }: { userId: string }) {
  return (
    <Panel title={t('accountData.music')} lead={t('accountData.musicLead')}>
      <Tracks userId={userId} />
    </Panel>
  )
}

function Tracks({ userId }: { userId: string }) {
  const { data, error, refetch } = useQuery(ownTracksQuery(userId))
  const removed = useTracksBeingRemoved(userId)
  const removing = useRemoveTrack(userId)
  if (!data) {
    if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />
    return <Loading className="block skeleton h-14" />
  }
  const tracks = data.filter(({ id }) => !removed.has(id))
  if (tracks.length === 0) return <p className="text-muted">{t('accountData.musicNone')}</p>
  return (
    <ul aria-label={t('accountData.music')} className="divide-y divide-line">
      {tracks.map((track) => (
        <TrackRow
          key={track.id}
          track={track}
          onRemove={({ id, storagePath, originalFilename }) =>
            removing.mutate({ trackId: id, storagePath, name: originalFilename })
          }
        />
      ))}
    </ul>
  )
}

function TrackRow({ track, onRemove }: { track: AudioTrack; onRemove: (track: AudioTrack) => void }) {
  const { originalFilename: name, durationSeconds, bytes } = track
  return (
    <li className="flex items-center gap-3 py-2">
      <Music aria-hidden className="size-5 shrink-0 text-accent" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="text-sm text-muted tabular-nums">
          {t('accountData.musicFacts', {
            duration: formatDuration(durationSeconds),
            size: formatBytes(bytes),
          })}
        </p>
      </div>
      <button
        type="button"
        {...ROW_FOCUS}
        onClick={({ currentTarget }) => {
          leaveRow(currentTarget.closest('li'))
          onRemove(track)
        }}
        aria-label={t('accountData.musicRemove', { name })}
        title={t('accountData.musicRemove', { name })}
        className="grid size-11 shrink-0 place-items-center rounded-control text-muted transition-colors hover:bg-danger-soft hover:text-danger"
      >
        <Trash2 aria-hidden className="size-5" strokeWidth={1.75} />
      </button>
    </li>
  )
}

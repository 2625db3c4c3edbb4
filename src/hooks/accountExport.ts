import { onlineManager } from '@tanstack/react-query'
import { useEffect } from 'react'
import { collectAccount, type CollectProgress } from '@/data/account/collectAccount'
import { NETWORK, TIMEOUT } from '@/lib/dataError'
import { DataError, DraftError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { askToStay } from '@/lib/localDrafts'
import { notify } from '@/lib/notify'
import { onPersonLeft } from '@/lib/pagePerson'
import { paths } from '@/lib/paths'
import { openPieces, type PieceStore } from '@/lib/pieceStore'
import { withLock } from '@/lib/withLock'
import { useAccountExportStore, type AccountExport } from '@/stores/accountExport.store'
import { EXPORT_FOLDER, forgetExport, hasKeptExport } from './forgetExport'

/** How often the screen hears of progress. */
const TELL_MS = 150
/** A lock that is free is had sooner. */
const ELSEWHERE_AFTER_MS = 400

const { moved } = useAccountExportStore.getState()
const now = () => useAccountExportStore.getState().current

/** What this page has opened; in memory it would be lost with the next opening. */
let opened: { userId: string; pieces: PieceStore } | null = null
let running: AbortController | null = null

onPersonLeft(() => {
  running?.abort()
  running = null
  opened = null
  show({ phase: 'idle', kept: false })
})

/** How the export stands, from whatever page it was begun. */
export function useAccountExport(userId: string): AccountExport {
  useEffect(() => {
    if (now().phase !== 'idle') return
    void hasKeptExport(userId).then((kept) => now().phase === 'idle' && moved({ phase: 'idle', kept }))
  }, [userId])
  return useAccountExportStore(({ current }) => current)
}

/** Collect everything of the person, or go on with it. Where another tab does so already, this one waits for it. */
export async function startExport(userId: string): Promise<void> {
  if (running) return
  const run = new AbortController()
  running = run
  const { signal } = run
  let progress: CollectProgress | null = null
  show({ phase: 'collecting', progress, isLasting: true })
  const elsewhere = setTimeout(() => show({ phase: 'waiting' }), ELSEWHERE_AFTER_MS)
  try {
    const collected = await withLock(`export:${userId}`, signal, async () => {
      clearTimeout(elsewhere)
      askToStay()
      const pieces = await open(userId)
      const { isLasting } = pieces
      const tell = seldom(() => running === run && show({ phase: 'collecting', progress, isLasting }))
      const onProgress = (next: CollectProgress) => {
        progress = next
        tell()
      }
      return collectAccount(pieces, { signal, onProgress })
    })
    if (running !== run) return
    const { archive, filename, missing } = collected
    show({
      phase: 'ready',
      url: URL.createObjectURL(archive),
      filename,
      bytes: archive.size,
      missing,
    })
    tellElsewhere()
  } catch (error) {
    if (running !== run) return
    const stopped: AccountExport = {
      phase: 'stopped',
      reason: signal.aborted ? null : reasonOf(error, progress),
      progress,
      isLasting: opened?.pieces.isLasting ?? true,
    }
    show(stopped)
    if (!signal.aborted && isConnection(error)) goOnOnline(userId, stopped)
  } finally {
    clearTimeout(elsewhere)
    if (running === run) running = null
  }
}

/** Stop collecting; what was fetched stays. */
export function stopExport(): void {
  running?.abort()
}

/** Delete what was collected, from this device only. */
export async function discardExport(): Promise<void> {
  const run = running
  running = null
  run?.abort()
  opened = null
  show({ phase: 'idle', kept: false })
  await forgetExport()
}

async function open(userId: string): Promise<PieceStore> {
  if (opened?.userId === userId) return opened.pieces
  const pieces = await openPieces(EXPORT_FOLDER, userId)
  opened = { userId, pieces }
  return pieces
}

function show(next: AccountExport): void {
  const before = now()
  if (before.phase === 'ready') URL.revokeObjectURL(before.url)
  moved(next)
}

/** Who looks at the settings sees it there. */
function tellElsewhere(): void {
  if (location.pathname === paths.settings) return
  const state = now()
  if (state.phase !== 'ready') return
  const { url, filename, bytes } = state
  notify.success(t('accountData.ready', { size: formatBytes(bytes) }), {
    id: 'export-ready',
    sticky: true,
    action: { label: t('accountData.save'), onClick: () => save(url, filename) },
  })
}

function save(url: string, filename: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = filename
  link.click()
}

const isConnection = (error: unknown) =>
  error instanceof DataError && (error.code === NETWORK || error.code === TIMEOUT)

function reasonOf(error: unknown, progress: CollectProgress | null): string {
  const reason = errorText(error)
  if (!(error instanceof DraftError) || error.code !== 'storage_full' || !progress) return reason
  return t('accountData.needsRoom', { reason, size: formatBytes(progress.bytes - progress.bytesDone) })
}

/** The connection went, and nobody has to press anything when it is back. */
function goOnOnline(userId: string, stopped: AccountExport): void {
  const stop = onlineManager.subscribe((online) => {
    if (now() !== stopped) return stop()
    if (!online) return
    stop()
    void startExport(userId)
  })
}

/** At most every `TELL_MS`, and always once more after the last call. */
function seldom(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      act()
    }, TELL_MS)
  }
}

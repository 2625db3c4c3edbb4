import { onlineManager } from '@tanstack/react-query'
import { collectAccount, type CollectProgress } from '@/data/account/collectAccount'
import { addWork } from '@/lib/atWork'
import { NETWORK, TIMEOUT } from '@/lib/dataError'
import { DataError, DraftError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { askToStay } from '@/lib/localDrafts'
import { onPersonLeft } from '@/lib/pagePerson'
import { openPieces, type PieceStore } from '@/lib/pieceStore'
import { seldom } from '@/lib/seldom'
import { withLock } from '@/lib/withLock'
import { useAccountExportStore, type AccountExport } from '@/stores/accountExport.store'
import { exportLock, onThrownAway, tellThrownAway, unlessCollecting } from './exportTabs'
import { EXPORT_FOLDER, forgetExport, hasKeptExport } from './forgetExport'
import { tellExportReady } from './tellExportReady'

/** How often the screen hears of progress. */
const TELL_MS = 150
/** A lock that is free is had sooner. */
const ELSEWHERE_AFTER_MS = 400

const { moved } = useAccountExportStore.getState()
const now = () => useAccountExportStore.getState().current

/** What this page has opened; in memory it would be lost with the next opening. */
let opened: { userId: string; pieces: PieceStore } | null = null
let running: AbortController | null = null
/** Nothing that was running in this page still writes. */
let ended: Promise<void> = Promise.resolve()

// A reload breaks off what is being collected; and it loses what is in memory only.
addWork(() => {
  const { phase } = now()
  if (phase === 'stopped' || phase === 'ready') return opened?.pieces.isLasting === false
  return phase === 'collecting'
})

onPersonLeft(() => {
  running?.abort()
  running = null
  opened = null
  show({ phase: 'idle', kept: false })
})

onThrownAway(() => {
  // Of what is in the memory of this page no other tab has thrown away anything.
  if (opened?.pieces.isLasting === false) return
  opened = null
  if (!running) show({ phase: 'idle', kept: false })
})

/** Collect everything of the person, or go on with it. Where another tab does so already, this one waits for it. */
export async function startExport(userId: string): Promise<void> {
  if (running) return
  const run = new AbortController()
  running = run
  ended = collect(userId, run)
  await ended
}

async function collect(userId: string, run: AbortController): Promise<void> {
  const { signal } = run
  let progress: CollectProgress | null = null
  show({ phase: 'collecting', progress, isLasting: true })
  const elsewhere = setTimeout(() => show({ phase: 'waiting' }), ELSEWHERE_AFTER_MS)
  try {
    const collected = await withLock(exportLock(userId), signal, async () => {
      clearTimeout(elsewhere)
      askToStay()
      const pieces = await open(userId)
      const { isLasting } = pieces
      const tell = seldom(
        TELL_MS,
        () => running === run && show({ phase: 'collecting', progress, isLasting }),
      )
      const onProgress = (next: CollectProgress) => {
        progress = next
        tell()
      }
      return collectAccount(pieces, { signal, onProgress })
    })
    if (running !== run) return
    const { archive, filename, missing } = collected
    const ready = { url: URL.createObjectURL(archive), filename, bytes: archive.size, missing }
    show({ phase: 'ready', ...ready })
    tellExportReady(ready)
  } catch (error) {
    if (running !== run) return
    const stopped: AccountExport = {
      phase: 'stopped',
      reason: signal.aborted ? null : reasonOf(error, progress),
      progress,
      isLasting: opened?.pieces.isLasting ?? true,
    }
    // The store is of a folder that is not there any more.
    if (error instanceof DraftError && error.code === 'copy_lost') opened = null
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

/**
 * Delete what was collected, from this device only, also where another tab shows it as ready. What another tab is collecting
 * at this moment is not taken away under it: this one waits until that has ended, and then shows what there is.
 */
export async function discardExport(userId: string): Promise<void> {
  running?.abort()
  running = null
  opened = null
  show({ phase: 'idle', kept: false })
  await ended
  // Begun anew meanwhile: what is there is wanted again.
  if (running) return
  const isDone = await unlessCollecting(userId, async () => {
    await forgetExport()
    tellThrownAway()
  })
  if (!isDone && !running) await waitForOther(userId)
}

async function waitForOther(userId: string): Promise<void> {
  const run = new AbortController()
  running = run
  show({ phase: 'waiting' })
  ended = withLock(exportLock(userId), run.signal, () => Promise.resolve()).catch(() => undefined)
  await ended
  const kept = await hasKeptExport(userId).catch(() => true)
  if (running !== run) return
  running = null
  show({ phase: 'idle', kept })
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

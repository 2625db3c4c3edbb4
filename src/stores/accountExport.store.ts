import { create } from 'zustand'
import type { CollectProgress } from '@/data/account/collectAccount'

/**
 * How the collecting of a person's data stands.
 * - `idle`: `kept` when an earlier one was not finished and its part is still on this device
 * - `waiting`: another tab is at it; also when what is here was to be thrown away
 * - `stopped`: by the person (`reason` null), or the sentence says by what; what was fetched is kept
 * - `ready`: the archive is at `url`, for as long as the page is open
 *
 * `isLasting`: whether what is kept outlives the page.
 */
export type AccountExport =
  | { phase: 'idle'; kept: boolean }
  | { phase: 'waiting' }
  | { phase: 'collecting'; progress: CollectProgress | null; isLasting: boolean }
  | { phase: 'stopped'; reason: string | null; progress: CollectProgress | null; isLasting: boolean }
  | { phase: 'ready'; url: string; filename: string; bytes: number; missing: number }

type AccountExportState = { current: AccountExport; moved: (next: AccountExport) => void }

/** Written by src/hooks/accountExport.ts, and what an earlier visit kept by `useAccountExport`. It goes on while the person looks at other pages. */
export const useAccountExportStore = create<AccountExportState>()((set) => ({
  current: { phase: 'idle', kept: false },
  moved: (current) => set({ current }),
}))

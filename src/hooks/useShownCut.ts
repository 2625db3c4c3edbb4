import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { cutName, cutSettings, readCut, type Cut } from '@/domain/cut'
import type { GenerationSettings } from '@/domain/video'
import { useChangeParams } from './useChangeParams'
import { useMainSettings } from './useMainSettings'

const CUT = 'cut'

type ShownCut = {
  cut: Cut | null
  show: (cut: Cut | null) => void
  /** The same as a page of its own: a dialog must, whose entry in the history goes with it. */
  visit: (cut: Cut) => void
}

/** The cut of a project that its page shows: the address says which; null is the project's own film. */
export function useShownCut(): ShownCut {
  const [params] = useSearchParams()
  const change = useChangeParams()
  const name = params.get(CUT)
  const cut = useMemo(() => readCut(name), [name])
  const go = (next: Cut | null, replace: boolean) => change({ [CUT]: next ? cutName(next) : '' }, { replace })
  return { cut, show: (next) => go(next, true), visit: (next) => go(next, false) }
}

/** What the shown film, or the shown cut of it, would be made with now. */
export function useShownSettings(userId: string, projectId: string): GenerationSettings {
  const base = useMainSettings(userId, projectId)
  const { cut } = useShownCut()
  return useMemo(() => (cut ? cutSettings(base, cut) : base), [base, cut])
}

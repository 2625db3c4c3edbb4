import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { cutName, cutSettings, readCut, type Cut } from '@/domain/cut'
import type { GenerationSettings } from '@/domain/video'
import { useMainSettings } from './useMainSettings'

const CUT = 'cut'

/** The cut of a project that its page shows: the address says which; null is the project's own film. */
export function useShownCut(): { cut: Cut | null; show: (cut: Cut | null) => void } {
  const [params, setParams] = useSearchParams()
  const name = params.get(CUT)
  const cut = useMemo(() => readCut(name), [name])
  const show = (next: Cut | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (next) after.set(CUT, cutName(next))
        else after.delete(CUT)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return { cut, show }
}

/** What the shown film, or the shown cut of it, would be made with now. */
export function useShownSettings(userId: string, projectId: string): GenerationSettings {
  const base = useMainSettings(userId, projectId)
  const { cut } = useShownCut()
  return useMemo(() => (cut ? cutSettings(base, cut) : base), [base, cut])
}

import { useEffect, useMemo, useReducer, useState } from 'react'
import type { RunEvent } from '@/generation/runGeneration'
import { usePauseReason, useShortage } from './filmAbility'
import { useGenerationRunner } from './useGenerationRunner'

/**
 * `starting`: finding out what this browser can. `unable`: it cannot make films. `standby`: another tab of it makes them.
 * `resting`: paused on this device. `noRoom`: its disk is full. `waiting`: nothing to make. `making`.
 * `stopping`: what was being made is on its way back to the queue. `stopped` by the person.
 */
export type NodeState =
  'starting' | 'unable' | 'standby' | 'resting' | 'noRoom' | 'waiting' | 'making' | 'stopping' | 'stopped'

type Run = {
  ability: 'unknown' | 'able' | 'unable'
  hasTurn: boolean
  /** The film in work. */
  videoId: string | null
  /** Finished since the page was opened. */
  made: number
  /** Attempts that failed here. */
  failed: number
}
type Step = { type: 'able'; able: boolean } | { type: 'turn' } | { type: 'left' } | RunEvent

const nothing: Run = { ability: 'unknown', hasTurn: false, videoId: null, made: 0, failed: 0 }

/** What a render node knows after each thing that happens to it. */
export function nodeAfter(run: Run, step: Step): Run {
  switch (step.type) {
    case 'able':
      return { ...run, ability: step.able ? 'able' : 'unable' }
    case 'turn':
      return { ...run, hasTurn: true }
    case 'left':
      return { ...nothing, made: run.made, failed: run.failed }
    case 'claimed':
      return { ...run, videoId: step.video.id }
    case 'completed':
      return { ...run, made: run.made + 1 }
    case 'failed':
      return { ...run, failed: run.failed + 1 }
    case 'ended':
      return { ...run, videoId: null }
    case 'progress':
    case 'no_room':
      return run
    default:
      return step satisfies never
  }
}

/** Before this nobody says that another tab is at it: the turn comes within moments, if it comes. */
const STANDBY_MS = 1_500

/** Claims and makes films one after the other, as a render node called `name`, until it is stopped. */
export function useRenderNode(userId: string, name: string) {
  const [run, step] = useReducer(nodeAfter, nothing)
  const [isStopped, setIsStopped] = useState(false)
  const [isLate, setIsLate] = useState(false)
  const watch = useMemo(
    () => ({
      onAble: (able: boolean) => step({ type: 'able', able }),
      onTurn: () => step({ type: 'turn' }),
      onEvent: step,
    }),
    [],
  )
  useGenerationRunner(isStopped ? null : userId, { kind: 'node', name, watch })
  const pause = usePauseReason()
  const shortage = useShortage()
  const waitsForTurn = !isStopped && run.ability === 'able' && !run.hasTurn
  useEffect(() => {
    if (!waitsForTurn) return
    const timer = setTimeout(() => setIsLate(true), STANDBY_MS)
    return () => {
      clearTimeout(timer)
      setIsLate(false)
    }
  }, [waitsForTurn])

  const state: NodeState = isStopped
    ? run.videoId === null
      ? 'stopped'
      : 'stopping'
    : run.ability === 'unable'
      ? 'unable'
      : !run.hasTurn
        ? isLate
          ? 'standby'
          : 'starting'
        : run.videoId !== null
          ? 'making'
          : pause !== undefined
            ? 'resting'
            : shortage !== undefined
              ? 'noRoom'
              : 'waiting'
  return {
    state,
    pause,
    videoId: run.videoId,
    made: run.made,
    failed: run.failed,
    stop: () => setIsStopped(true),
    start: () => {
      step({ type: 'left' })
      setIsStopped(false)
    },
  }
}

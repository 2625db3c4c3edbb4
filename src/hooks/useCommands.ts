import { useEffect } from 'react'
import { COMMAND_IDS, type CommandId } from '@/domain/command'
import { useCommandsStore, type CommandOffer } from '@/stores/commands.store'
import { useLatest } from './useLatest'

/** What is done by which command; null (or not there): not now, as when its button would be disabled. */
export type CommandHandlers = { readonly [Id in CommandId]?: (() => void) | null }

/**
 * Do these commands as long as the component is mounted: by their keys, and from the palette. The functions are those of
 * the newest render. Nothing is rendered again by it.
 *
 * `useCommands({ newCut: mayEdit ? openDialog : null })`
 */
export function useCommands(handlers: CommandHandlers): void {
  const latest = useLatest(handlers)
  const ids = COMMAND_IDS.filter((id) => handlers[id] != null).join(' ')
  useEffect(() => {
    const offers: CommandOffer[] = COMMAND_IDS.filter((id) => latest.current[id] != null).map((id) => ({
      id,
      run: () => latest.current[id]?.(),
    }))
    if (offers.length === 0) return
    const { offered, withdrawn } = useCommandsStore.getState()
    offered(offers)
    return () => withdrawn(offers)
  }, [latest, ids])
}

import { create } from 'zustand'
import { COMMAND_IDS, type CommandId } from '@/domain/command'

/** Somebody who can do a command at the moment. */
export type CommandOffer = { id: CommandId; run: () => void }

type CommandsState = {
  /** In the order in which they came. */
  offers: readonly CommandOffer[]
  offered: (offers: readonly CommandOffer[]) => void
  withdrawn: (offers: readonly CommandOffer[]) => void
}

/** Which commands can be given now, and who does them. Components add themselves with `useCommands`. */
export const useCommandsStore = create<CommandsState>()((set) => ({
  offers: [],
  offered: (offers) => set((state) => ({ offers: [...state.offers, ...offers] })),
  withdrawn: (gone) => set((state) => ({ offers: state.offers.filter((offer) => !gone.includes(offer)) })),
}))

/** Who does the command now: of several the last that came, as what came last is nearest to the person. */
export const offerOf = (id: CommandId): CommandOffer | undefined =>
  useCommandsStore.getState().offers.findLast((offer) => offer.id === id)

/** The commands that somebody can do now, in the order of the list of commands. */
export function availableCommands(offers: readonly CommandOffer[]): CommandId[] {
  const ids = new Set(offers.map(({ id }) => id))
  return COMMAND_IDS.filter((id) => ids.has(id))
}

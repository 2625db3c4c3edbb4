import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FeedStatus } from '@/data/channels'
import type { Target } from '@/domain/target'
import { createRoomStore, type RoomState, type RoomStore } from '@/stores/room.store'
import { enterRoom, type Room } from './enterRoom'

type RoomContext = {
  userId: string
  projectId: string
  store: RoomStore
  hold: Room['hold']
  type: Room['type']
}
const Context = createContext<RoomContext | null>(null)

/**
 * The open project as a place where several people are. Everything below hears and says what happens in it.
 * `mayEdit` false: listen only; the server refuses a viewer's messages anyway.
 */
export function ProjectRoom(props: {
  userId: string
  projectId: string
  mayEdit: boolean
  children: ReactNode
}) {
  // Another project or person is another room, with a store of its own.
  return <RoomOfOne key={`${props.userId} ${props.projectId}`} {...props} />
}

function RoomOfOne({
  userId,
  projectId,
  mayEdit,
  children,
}: {
  userId: string
  projectId: string
  mayEdit: boolean
  children: ReactNode
}) {
  const client = useQueryClient()
  const [store] = useState(createRoomStore)
  const room = useRef<Room | null>(null)
  const speaking = useRef(mayEdit)
  useEffect(() => {
    speaking.current = mayEdit
  }, [mayEdit])
  useEffect(() => {
    const entered = enterRoom(client, store, { userId, projectId, maySpeak: () => speaking.current })
    room.current = entered
    return () => {
      room.current = null
      entered.leave()
    }
  }, [client, store, userId, projectId])
  const value = useMemo<RoomContext>(
    () => ({
      userId,
      projectId,
      store,
      hold: (target) => room.current?.hold(target),
      type: (target, text) => room.current?.type(target, text),
    }),
    [userId, projectId, store],
  )
  return <Context value={value}>{children}</Context>
}

/** @throws Error outside of a ProjectRoom */
export function useRoom(): RoomContext {
  const room = useContext(Context)
  if (!room) throw new Error('Used outside of a ProjectRoom')
  return room
}

export function useRoomState<Part>(select: (state: RoomState) => Part): Part {
  return useStore(useRoom().store, select)
}

/** Whether what others do arrives by itself. */
export const useRoomStatus = (): FeedStatus => useRoomState((state) => state.status)

/**
 * Say what is being typed into `target`, at most ten times a second; null when the typing has ended. A stable function;
 * does nothing for a viewer.
 */
export function useSendTyping(): (target: Target, value: string | null) => void {
  return useRoom().type
}

/** Say what this tab works on, null for nothing. A stable function; does nothing for a viewer. */
export function useHold(): (target: Target | null) => void {
  return useRoom().hold
}

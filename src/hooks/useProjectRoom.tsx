import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { FeedStatus } from '@/data/channels'
import type { Member } from '@/domain/member'
import type { Target } from '@/domain/target'
import { createRoomStore, type RoomState, type RoomStore } from '@/stores/room.store'
import { enterRoom, type Room } from './enterRoom'
import { useProjectPeople } from './useProjectPeople'

type RoomContext = {
  userId: string
  store: RoomStore
  /** By user id. One query for all who show somebody. */
  people: ReadonlyMap<string, Member>
  hold: Room['hold']
  type: Room['type']
}
const Context = createContext<RoomContext | null>(null)

type ProjectRoomProps = { userId: string; projectId: string; mayEdit: boolean; children: ReactNode }

/**
 * The open project as a place where several people are. Everything below hears and says what happens in it.
 * `mayEdit` false: listen only; the server refuses a viewer's messages anyway.
 */
export function ProjectRoom(props: ProjectRoomProps) {
  // Another project or person is another room, with a store of its own.
  return <OneRoom key={`${props.userId} ${props.projectId}`} {...props} />
}

function OneRoom({ userId, projectId, mayEdit, children }: ProjectRoomProps) {
  const client = useQueryClient()
  const [store] = useState(createRoomStore)
  const members = useProjectPeople(userId, projectId)
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
  const [say] = useState(() => ({
    hold: (target: Target | null) => room.current?.hold(target),
    type: (target: Target, value: string | null) => room.current?.type(target, value),
  }))
  const value = useMemo<RoomContext>(
    () => ({ userId, store, people: new Map(members.map((member) => [member.userId, member])), ...say }),
    [userId, store, members, say],
  )
  return <Context value={value}>{children}</Context>
}

/** @throws Error outside of a ProjectRoom */
export function useRoom(): RoomContext {
  const room = useContext(Context)
  if (!room) throw new Error('Used outside of a ProjectRoom')
  return room
}

export const useRoomState = <Part,>(select: (state: RoomState) => Part): Part =>
  useStore(useRoom().store, select)

/** Whether what others do arrives by itself. */
export const useRoomStatus = (): FeedStatus => useRoomState((state) => state.status)

/**
 * Say what is being typed into `target`, at most ten times a second; null when the typing has ended. A stable function;
 * does nothing for a viewer.
 */
export const useSendTyping = (): ((target: Target, value: string | null) => void) => useRoom().type

/** Say what this tab works on, null for nothing. A stable function; does nothing for a viewer. */
export const useHold = (): ((target: Target | null) => void) => useRoom().hold

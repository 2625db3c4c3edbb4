import { onlineManager } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void) => onlineManager.subscribe(changed)
const isOnline = () => onlineManager.isOnline()

/** Whether the API can be reached, as far as this page knows. */
export const useIsOnline = (): boolean => useSyncExternalStore(subscribe, isOnline)

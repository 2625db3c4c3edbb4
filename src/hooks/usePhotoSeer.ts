import { useEffect } from 'react'
import { useVideoStore } from '@/stores/video.store'
import { startPhotoSeer } from './photoSeer'

/** While this tab edits the draft of `userId`: look at its photos. How far that is, `useSeeing` tells. */
export function usePhotoSeer(userId: string): void {
  const isEditing = useVideoStore(({ access, ownerId }) => access === 'editing' && ownerId === userId)
  useEffect(() => (isEditing ? startPhotoSeer(userId) : undefined), [isEditing, userId])
}

import { useEffect } from 'react'
import { prepareToRead } from '@/media/askWorker'
import { useVideoStore } from '@/stores/video.store'
import { startPhotoSeer } from './photoSeer'

/** While this tab edits the draft of `userId`: be ready to read photos, and look at its own. How far that is, `useSeeing` tells. */
export function usePhotoSeer(userId: string): void {
  const isEditing = useVideoStore(({ access, ownerId }) => access === 'editing' && ownerId === userId)
  useEffect(() => (isEditing ? startPhotoSeer(userId) : undefined), [isEditing, userId])
  useEffect(() => {
    if (isEditing) prepareToRead()
  }, [isEditing])
}

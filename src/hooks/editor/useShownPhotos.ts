import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { photoQueries } from '@/hooks/queries/photos'
import { useEditorState, useProjectEditor } from './useProjectEditor'

/** The photos of the open project without those that were just removed here; `photos` with what is being tried out. */
export function useShownPhotos() {
  const { userId, projectId } = useProjectEditor()
  const { data, error, refetch } = useQuery(photoQueries.ofProject(userId, projectId))
  const removedIds = useEditorState((state) => state.removedIds)
  const trial = useEditorState((state) => state.trial)
  const here = useMemo(() => data?.filter(({ id }) => !removedIds.includes(id)), [data, removedIds])
  const photos = useMemo(
    () =>
      trial
        ? here?.map((photo) =>
            photo.id === trial.photoId ? { ...photo, direction: { ...photo.direction, ...trial.to } } : photo,
          )
        : here,
    [here, trial],
  )
  return { photos, saved: here, error, refetch }
}

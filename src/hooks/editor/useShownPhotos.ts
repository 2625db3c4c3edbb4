import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { photoQueries } from '@/hooks/queries/photos'
import { useEditorState, useProjectEditor } from './useProjectEditor'

/** The photos of the open project without those that were just removed here. */
export function useShownPhotos() {
  const { userId, projectId } = useProjectEditor()
  const { data, error, refetch } = useQuery(photoQueries.ofProject(userId, projectId))
  const removedIds = useEditorState((state) => state.removedIds)
  const photos = useMemo(() => data?.filter(({ id }) => !removedIds.includes(id)), [data, removedIds])
  return { photos, error, refetch }
}

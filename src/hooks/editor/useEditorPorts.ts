import { useQueryClient } from '@tanstack/react-query'
import type { Photo } from '@/domain/photo'
import type { PlacedPhoto } from '@/domain/projectEdit'
import {
  photoQueries,
  useCaptionPhoto,
  useChoosePhoto,
  useDirectPhoto,
  useMovePhoto,
  useRemovePhoto,
  useRestorePhoto,
} from '@/hooks/queries/photos'
import { projectQueries, useUpdateProject } from '@/hooks/queries/projects'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import type { Saved } from './historySteps'
import type { PhotoPorts } from './photoEdits'
import type { TextSaverPorts } from './textSaver'

export type EditorPorts = TextSaverPorts & PhotoPorts & { read: () => Saved; overtaken: () => void }

/** How long a removed photo can come back, in seconds. */
const UNDO_SECONDS = 7

/** What the editor of a project asks of the server and of the message line. Good for as long as the page is open. */
export function useEditorPorts(userId: string, projectId: string): EditorPorts {
  const client = useQueryClient()
  const { save } = useUpdateProject(userId, projectId)
  const { mutateAsync: caption } = useCaptionPhoto(userId, projectId)
  const { mutateAsync: choose } = useChoosePhoto(userId, projectId)
  const { mutateAsync: direct } = useDirectPhoto(userId, projectId)
  const { mutateAsync: move } = useMovePhoto(userId, projectId)
  const { mutateAsync: remove } = useRemovePhoto(userId, projectId)
  const { mutateAsync: restore } = useRestorePhoto(userId, projectId)
  const photos = (): Photo[] | undefined =>
    client.getQueryData(photoQueries.ofProject(userId, projectId).queryKey)
  return {
    // Also what `save` finds at once, such as a project that is not there any more, is a rejection.
    saveWishes: async (to, from) => save(to, from),
    saveCaption: (photoId, to) => caption({ projectId, photoId, caption: to }),
    choosePhoto: (photoId, choice) => choose({ projectId, photoId, choice }),
    directPhoto: (photoId, direction) => direct({ projectId, photoId, direction }),
    movePhoto: (photoId, position) => move({ projectId, photoId, position }),
    removePhoto: (photoId) => remove({ projectId, photoId }),
    restorePhoto: ({ id: photoId, ...photo }) => restore({ projectId, photoId, ...photo }),
    mayRestore: ({ id }) => photos()?.find((photo) => photo.id === id)?.media.userId === userId,
    offerUndo: (photo, undo, gone) =>
      notify.info(t('editor.removed'), {
        id: messageId(photo),
        seconds: UNDO_SECONDS,
        action: { label: t('editor.undo'), onClick: undo },
        onGone: gone,
      }),
    withdrawUndo: (photo) => notify.dismiss(messageId(photo)),
    overtaken: () => notify.info(t('editor.overtaken'), { id: 'overtaken' }),
    read: () => ({
      project: client.getQueryData(projectQueries.detail(userId, projectId).queryKey),
      photos: photos(),
    }),
  }
}

const messageId = ({ id }: PlacedPhoto) => `removed:${id}`

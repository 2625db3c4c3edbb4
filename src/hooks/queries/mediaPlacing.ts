import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { placeMedia } from '@/data/placeMedia'
import { createProject } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import { mediaQueries } from './media'
import { photosKey } from './photoCache'
import { projectsKey } from './projectCache'

/** A project that is there, or the title of a new one. */
export type AddTarget = { id?: string; title: string }
type Adding = { target: AddTarget; photoIds: readonly string[] }
type Added = { projectId: string; added: number }

/** A new project is classic and a minute long, as the draft begins. */
const WISHES = {
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
} as const

/**
 * Put library photos behind those of a project. Pressed again after a lost answer it is the same project and the same
 * placements. Offline it fails at once: what a project has already is asked first.
 */
export function useAddPhotos(userId: string) {
  const client = useQueryClient()
  const ids = useRef(new Map<string, string>())
  /** The same thing has the same id for as long as the dialog is open. */
  const idFor = (thing: string) => {
    const id = ids.current.get(thing) ?? crypto.randomUUID()
    ids.current.set(thing, id)
    return id
  }
  return useMutation({
    mutationFn: async ({ target, photoIds }: Adding): Promise<Added> => {
      const projectId = target.id ?? idFor(`project ${target.title}`)
      if (target.id === undefined) await createProject(projectId, { ...WISHES, title: target.title })
      const placements = photoIds.map((mediaItemId) => ({
        id: idFor(`${projectId} ${mediaItemId}`),
        mediaItemId,
      }))
      return { projectId, added: await placeMedia({ projectId, placements }) }
    },
    onSettled: () => {
      for (const queryKey of [photosKey(userId), projectsKey(userId), mediaQueries.all(userId)])
        void client.invalidateQueries({ queryKey })
    },
  })
}

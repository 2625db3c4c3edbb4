import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { vi } from 'vitest'
import { z } from 'zod'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { EditorScope, useProjectEditor, type ProjectEditor } from '@/hooks/editor/useProjectEditor'
import { lake, placed } from '@/hooks/editor/editorDesk.fixture'
import { memberQueries } from '@/hooks/queries/members'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { ProjectRoom, useRoom } from '@/hooks/useProjectRoom'
import type { RoomStore } from '@/stores/room.store'
import { EditorPanel } from './EditorPanel'
import { ProjectHeader } from './ProjectHeader'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

export const BEN = '77777777-7777-4777-8777-777777777777'
/** More than a short film has time for. */
export const CROWD = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => placed(number))
export const PHOTOS = CROWD.slice(0, 3)

/** What the server was asked to change, in order. It changes what it is asked, unless it is told to refuse. */
export const asked: { method: string; table: string; body: unknown }[] = []
export const serverMood = { refuses: false }
const kept = new Map<string, Record<string, unknown>>()

const since = '2025-11-23T12:00:00+00:00'
const projectRow = () => ({
  id: lake.id,
  user_id: ADA,
  title: lake.title,
  description: lake.description,
  style: lake.style,
  duration_seconds: lake.durationSeconds,
  aspect_ratio: lake.aspectRatio,
  music: lake.music,
  status: lake.status,
  created_at: since,
  updated_at: since,
})
const photoRow = (photo: Photo) => ({
  id: photo.id,
  project_id: lake.id,
  media_item_id: photo.mediaItemId,
  position: photo.position,
  caption: photo.caption,
  choice: photo.choice,
})
const patchSchema = z.record(z.string(), z.unknown())

export const projectServer = setupServer(
  http.all('*/rest/v1/:table', async ({ request, params }) => {
    const table = String(params.table)
    const { method } = request
    if (method === 'GET') return HttpResponse.json({ message: 'down' }, { status: 500 })
    const body = method === 'DELETE' ? {} : patchSchema.parse(await request.json())
    asked.push({ method, table, body })
    if (serverMood.refuses) return HttpResponse.json({ message: 'not_allowed' }, { status: 403 })
    const id = new URL(request.url).searchParams.get('id')?.replace('eq.', '')
    const photo = CROWD.find((one) => one.id === id)
    const before = kept.get(id ?? '') ?? { ...(photo ? photoRow(photo) : projectRow()), rev: 1 }
    const row = { ...before, ...body, rev: Number(before.rev) + 1 }
    kept.set(id ?? '', row)
    return HttpResponse.json([row])
  }),
  http.all('*', () => HttpResponse.json({ message: 'down' }, { status: 500 })),
)

/** The project of Ada's, open for somebody who is signed in as Ada; Ben belongs to it too. */
export function openEditor({
  mayEdit = true,
  project = lake,
  photos = PHOTOS,
}: { mayEdit?: boolean; project?: Project; photos?: readonly Photo[] } = {}) {
  kept.clear()
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, lake.id).queryKey, project)
  client.setQueryData(photoQueries.ofProject(ADA, lake.id).queryKey, [...photos])
  const person = { avatarPath: null, email: null, createdAt: since }
  client.setQueryData(memberQueries.ofProject(ADA, lake.id).queryKey, [
    { ...person, userId: ADA, displayName: 'Ada', role: 'owner' },
    { ...person, userId: BEN, displayName: 'Ben', role: 'editor' },
  ])
  const inside: { room?: RoomStore; editor?: ProjectEditor } = {}
  function Inside() {
    const room = useRoom().store
    const editor = useProjectEditor()
    Object.assign(inside, { room, editor })
    return null
  }
  const scope = { userId: ADA, projectId: lake.id, mayEdit }
  const view = renderInApp(
    <ProjectRoom {...scope}>
      <EditorScope {...scope}>
        <Inside />
        <ProjectHeader />
        <EditorPanel />
      </EditorScope>
    </ProjectRoom>,
    { client },
  )
  const { room, editor } = inside
  if (!room || !editor) throw new Error('The editor was not opened')
  return { ...view, room, editor }
}

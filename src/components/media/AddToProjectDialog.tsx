import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { SearchBox } from '@/components/ui/SearchBox'
import { TextField } from '@/components/ui/TextField'
import { Thumbnail } from '@/components/ui/Thumbnail'
import { TITLE_MAX } from '@/domain/project'
import { useAddPhotos, type AddTarget } from '@/hooks/queries/mediaPlacing'
import { projectQueries } from '@/hooks/queries/projects'
import { useUserId } from '@/hooks/useSession'
import { formatDate } from '@/lib/format'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'
import { useLibraryStore } from '@/stores/library.store'

/** Into which project the chosen photos go: one that is there, or a new one. */
export function AddToProjectDialog({ data: { photoIds }, close }: ModalProps<'addToProject'>) {
  const userId = useUserId()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const list = useQuery(projectQueries.list(userId, { page: 0, sort: 'changed', ...(search && { search }) }))
  const adding = useAddPhotos(userId)
  const add = (target: AddTarget) => {
    if (adding.isPending) return
    adding.mutate(
      { target, photoIds },
      {
        onSuccess: ({ projectId, added }) => {
          close()
          useLibraryStore.getState().leave(photoIds)
          notify.success(t('library.added', { count: added, title: target.title }), {
            id: `added:${projectId}`,
            ...(added < photoIds.length && {
              detail: t('library.alreadyThere', { count: photoIds.length - added }),
            }),
            action: {
              label: t('library.openProject'),
              onClick: () => void navigate(paths.project(projectId)),
            },
          })
        },
      },
    )
  }
  return (
    <ModalDialog
      name="addToProject"
      title={t('library.addTitle', { count: photoIds.length })}
      lead={t('library.addText')}
      size="medium"
    >
      <NewProject isBusy={adding.isPending} onAdd={add} />
      <div className="mt-6 flex">
        <SearchBox
          label={t('projects.search')}
          placeholder={t('projects.searchPlaceholder')}
          search={search}
          onSearch={setSearch}
        />
      </div>
      {list.error && !list.data && <LoadFailed error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.projects.length === 0 && <p className="mt-4 text-muted">{t('projects.nothingFound')}</p>}
      <ul
        aria-label={t('projects.title')}
        aria-busy={adding.isPending}
        className="mt-3 grid max-h-[45dvh] min-h-40 grid-cols-[minmax(0,1fr)] content-start gap-1 overflow-y-auto"
      >
        {list.data?.projects.map((project) => (
          <li key={project.id}>
            <button
              type="button"
              aria-disabled={adding.isPending}
              onClick={() => add({ id: project.id, title: project.title })}
              className="flex w-full items-center gap-4 rounded-control p-2 text-left hover:bg-sunken aria-disabled:opacity-55"
            >
              <Thumbnail
                userId={userId}
                bucket="media"
                path={project.coverPath}
                alt=""
                className="aspect-[4/3] w-16 shrink-0 rounded-small"
              />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{project.title}</span>
                <span className="block text-sm text-muted">
                  {project.userId === userId ? formatDate(project.updatedAt) : t('projects.shared')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </ModalDialog>
  )
}

function NewProject({ isBusy, onAdd }: { isBusy: boolean; onAdd: (target: AddTarget) => void }) {
  const hintId = useId()
  const [title, setTitle] = useState('')
  return (
    <form
      aria-describedby={hintId}
      className="mt-5 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (title.trim() !== '') onAdd({ title: title.trim() })
      }}
    >
      <TextField
        label={t('library.newTitle')}
        value={title}
        maxLength={TITLE_MAX}
        onChange={({ target }) => setTitle(target.value)}
        className="min-w-0 flex-1 basis-48"
      />
      <Button type="submit" variant="primary" className="min-h-12" disabled={title.trim() === '' || isBusy}>
        {t('library.create')}
      </Button>
      <span id={hintId} hidden>
        {t('library.addText')}
      </span>
    </form>
  )
}

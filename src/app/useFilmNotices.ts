import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { projectQueries } from '@/hooks/queries/projects'
import { useGenerationQueue } from '@/hooks/useGenerationQueue'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'

/** Say that a film is ready to whoever is on another page; on its own page the player appears. */
export function useFilmNotices(userId: string): void {
  const { queued, processing, completed } = useGenerationQueue(userId)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const live = useRef(new Set<string>())

  useEffect(() => {
    const ready = completed.filter(({ id }) => live.current.has(id))
    live.current = new Set([...queued, ...processing].map(({ id }) => id))
    for (const { id, projectId } of ready) {
      const page = paths.project(projectId)
      if (pathname === page) continue
      void client.fetchQuery(projectQueries.detail(userId, projectId)).then(
        ({ title }) =>
          notify.success(t('generation.ready', { title }), {
            id: `ready:${id}`,
            action: { label: t('generation.view'), onClick: () => void navigate(page) },
          }),
        () => undefined, // deleted in the meantime: nothing to announce
      )
    }
  }, [queued, processing, completed, client, navigate, pathname, userId])
}

import { useEffect, useRef, useState } from 'react'
import type { Project } from '@/domain/project'
import { TITLE_MAX } from '@/domain/project'
import { useUpdateProject } from '@/hooks/queries/projects'
import { t } from '@/lib/i18n'

type RenameTitleProps = {
  userId: string
  project: Pick<Project, 'id' | 'title'>
  /** `byKey`: the keyboard is in use, so the focus goes back to the title. */
  onDone: (byKey: boolean) => void
}

/**
 * The title as a field in its own place: Enter and leaving save, Escape does not. An empty title is no title, so the old
 * one stays.
 */
export function RenameTitle({ userId, project, onDone }: RenameTitleProps) {
  const { save } = useUpdateProject(userId, project.id)
  const [before] = useState(project.title)
  const [text, setText] = useState(project.title)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  const finish = (isSaved: boolean, byKey: boolean) => {
    if (isDone.current) return
    isDone.current = true
    const title = text.trim()
    // A refusal, or a question about two versions, is told by the mutation.
    if (isSaved && title !== '' && title !== before) save({ title }, { title: before }).catch(() => undefined)
    onDone(byKey)
  }
  return (
    <input
      ref={field}
      aria-label={t('dashboard.renameLabel', { title: before })}
      value={text}
      maxLength={TITLE_MAX}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => finish(true, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish(true, true)
        if (event.key === 'Escape') finish(false, true)
      }}
      className="relative z-1 -mx-2 -my-1 min-h-8 w-[calc(100%+1rem)] min-w-0 rounded-small border border-accent bg-surface px-2 py-1 font-semibold text-ink focus-visible:outline-2 focus-visible:outline-offset-0 focus-visible:outline-accent"
    />
  )
}

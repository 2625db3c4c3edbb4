import { projectSchema, type Project } from '@/domain/project'
import { differingFields, pickWishes, sameWish, type SomeWishes } from '@/domain/wishes'
import { DataError } from '@/lib/errors'
import { sleep } from '@/lib/sleep'
import { supabase } from '@/lib/supabase'
import { getProject } from './projects'
import { answer, parseRow } from './request'

/**
 * Two people wanted different things of the same fields, and neither saw the other's: a person has to choose. `theirs`
 * is the project as it is, `mine` what was not saved.
 */
export class ProjectConflict extends DataError {
  readonly theirs: Project
  readonly mine: SomeWishes
  constructor(theirs: Project, mine: SomeWishes) {
    super('save the project', 'stale_rev', 409)
    this.theirs = theirs
    this.mine = mine
  }
}

/**
 * Wishes about a project whose `base` was read at revision `rev`. `live`: the person saw others' changes as they came,
 * so what they ask for now is what they want. `late`: it was asked for without seeing what others did.
 * `hasArrived` tells of what others have saved whether it came to this screen; without it, being live is believed.
 */
export type ProjectChange = {
  id: string
  rev: number
  base: SomeWishes
  wishes: SomeWishes
  how: 'live' | 'late'
  hasArrived?: (rev: number) => Promise<boolean>
}

const TRIES = 20

/**
 * Save only the fields a person touched, and return the project as it is then. Repeating it is harmless.
 *
 * [Note: each field has its last writer] The revision guards the row. When somebody else saved in between, their other
 * fields stay and ours are sent again upon theirs. A field that both touched is ours when we are `live` and theirs came to
 * our screen; `late`, or behind a socket that only looks open, it is a conflict: what is not contested is saved, the rest is
 * thrown.
 * @throws ProjectConflict, DataError `not_found`, `not_allowed`
 */
export async function changeProject(change: ProjectChange, signal?: AbortSignal): Promise<Project> {
  const { id, base, how, hasArrived } = change
  let { rev, wishes } = change
  let contested: SomeWishes = {}
  for (let attempt = 1; ; attempt++) {
    const saved = await sendWishes(id, rev, wishes, signal)
    if (saved && isEmpty(contested)) return saved
    if (saved) throw new ProjectConflict(saved, contested)
    // A race lost again and again is no refusal: the same request can succeed a little later.
    if (attempt === TRIES) throw new DataError('save the project', '40001', 409)

    const theirs = await getProject(id, signal)
    const open = differingFields(change.wishes, theirs)
    const touched = open.filter((field) => !sameWish(theirs, base, field))
    const isSeen = touched.length === 0 || (how === 'live' && ((await hasArrived?.(theirs.rev)) ?? true))
    const fought = isSeen ? [] : touched
    contested = pickWishes(change.wishes, fought)
    wishes = pickWishes(
      change.wishes,
      open.filter((field) => !fought.includes(field)),
    )
    if (isEmpty(wishes)) {
      if (isEmpty(contested)) return theirs
      throw new ProjectConflict(theirs, contested)
    }
    rev = theirs.rev
    // Two who change the same project at once do not meet again at the same moment.
    if (attempt > 1) await sleep(Math.random() * 50 * attempt, signal)
  }
}

const isEmpty = (wishes: SomeWishes) => Object.keys(wishes).length === 0

/** The saved project, or null when the revision is not the newest. */
async function sendWishes(
  id: string,
  rev: number,
  wishes: SomeWishes,
  signal?: AbortSignal,
): Promise<Project | null> {
  let query = supabase
    .from('video_projects')
    .update({ ...wishesRow(wishes), rev })
    .eq('id', id)
    .select()
  if (signal) query = query.abortSignal(signal)
  try {
    const [row] = await answer('save the project', query, signal)
    if (row) return parseRow('save the project', projectSchema, row)
  } catch (error) {
    if (error instanceof DataError && error.code === 'stale_rev') return null
    throw error
  }
  // No row was changed: it is gone, or may be read but not changed.
  await getProject(id, signal)
  throw new DataError('save the project', 'not_allowed', 403)
}

const wishesRow = ({ title, description, style, durationSeconds, aspectRatio, music }: SomeWishes) => ({
  ...(title !== undefined && { title }),
  ...(description !== undefined && { description }),
  ...(style !== undefined && { style }),
  ...(durationSeconds !== undefined && { duration_seconds: durationSeconds }),
  ...(aspectRatio !== undefined && { aspect_ratio: aspectRatio }),
  ...(music !== undefined && { music }),
})

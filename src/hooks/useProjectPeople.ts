/** Who belongs to a project, as the room needs to know them. */
export type ProjectPerson = {
  userId: string
  displayName: string
  avatarPath: string | null
  role: 'owner' | 'editor' | 'viewer'
}

const NOBODY: readonly ProjectPerson[] = []

/** Everybody who can open the project, the owner first. Empty until it is known. */
export function useProjectPeople(_userId: string, _projectId: string): readonly ProjectPerson[] {
  return NOBODY
}

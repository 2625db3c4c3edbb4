import type { Direction, SomeDirection } from './direction'
import type { PhotoChoice } from './photo'
import type { ProjectWishes } from './project'

/** What is needed to put a photo back where it was. `position` is a fractional index. */
export type PlacedPhoto = {
  id: string
  mediaItemId: string
  position: string
  caption: string
  choice: PhotoChoice
  direction: Direction
}

/** How the film shows one photo, before and after; both name the same fields. */
export type DirectionChange = { photoId: string; from: SomeDirection; to: SomeDirection }

/**
 * One thing a person did to a project, as data: what it was before and what it is after. `position`s are fractional
 * indexes, so that putting one photo back touches no other.
 */
export type ProjectEdit =
  | { kind: 'wishes'; from: Partial<ProjectWishes>; to: Partial<ProjectWishes> }
  | { kind: 'caption'; photoId: string; from: string; to: string }
  | { kind: 'choice'; photoId: string; from: PhotoChoice; to: PhotoChoice }
  /** One thing to the person, as a cut between two photos is: both lengths change. */
  | { kind: 'direct'; changes: readonly DirectionChange[] }
  | { kind: 'move'; photoId: string; from: string; to: string }
  | { kind: 'remove'; photo: PlacedPhoto }
  | { kind: 'restore'; photo: PlacedPhoto }

/** The edit that takes this one back. The inverse of the inverse is the edit itself. */
export function inverse(edit: ProjectEdit): ProjectEdit {
  switch (edit.kind) {
    case 'wishes':
      return { ...edit, from: edit.to, to: edit.from }
    case 'choice':
      return { ...edit, from: edit.to, to: edit.from }
    case 'caption':
    case 'move':
      return { ...edit, from: edit.to, to: edit.from }
    case 'direct':
      return {
        ...edit,
        changes: edit.changes.map(({ photoId, from, to }) => ({ photoId, from: to, to: from })).toReversed(),
      }
    case 'remove':
      return { kind: 'restore', photo: edit.photo }
    case 'restore':
      return { kind: 'remove', photo: edit.photo }
    default:
      return edit satisfies never
  }
}

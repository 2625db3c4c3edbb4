import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { oneStepAmong, openDialog, quietWorld, typeInDraft, typeInProject } from './renderScenes.fixture'

beforeEach(quietWorld)
afterEach(() => {
  vi.restoreAllMocks()
})

// Each name and number is a component of the page and how often it rendered.
const FIELD = { TitleField: 1, LiveTextField: 1, FieldLabel: 1, HolderFaces: 1 }
const HEADING_THAT_SAYS_IT = { LiveHeading: 1, PageTitle: 1 }
const UNDO_BUTTONS = { UndoRedo: 1, StepButton: 2, Undo2: 1, Redo2: 1 }

test('typing a letter in the title of a project commits that field, the heading that says it, and nothing else', async () => {
  const { next } = await typeInProject()
  expect(next).toEqual({ commits: 1, page: { ...FIELD, ...HEADING_THAT_SAYS_IT }, around: {} })
}, 60_000)

test('the letter with which a project becomes unsaved commits also the save indicator, and the undo buttons that it wakes', async () => {
  const { first } = await typeInProject()
  const indicator = { SaveStatus: 1, CircleDashed: 1 }
  const toolbar = { EditorToolbar: 1, ...UNDO_BUTTONS }
  expect(first).toEqual({
    commits: 1,
    page: { ...FIELD, ...HEADING_THAT_SAYS_IT, ...indicator, ...toolbar },
    around: {},
  })
}, 60_000)

test('typing a letter in the title of a draft commits nothing, and the first one the save indicator and what it wakes', async () => {
  const { first, next } = await typeInDraft()
  expect(next).toEqual({ commits: 0, page: {}, around: {} })
  const indicator = { SaveIndicator: 1, CircleDashed: 1 }
  const buttons = { DraftUndo: 1, ...UNDO_BUTTONS, StartOver: 1, Button: 1 }
  expect(first).toEqual({ commits: 1, page: { ...indicator, ...buttons }, around: {} })
}, 60_000)

test('one step of a film commits its own card of 1,000', async () => {
  const card = {
    ProjectCard: 1,
    Thumbnail: 1,
    LinkWithRef: 1,
    StatusBadge: 1,
    CardProgress: 1,
    ProgressBar: 1,
    Ellipsis: 1,
  }
  // However long a busy machine takes to draw a thousand cards: no film grows silent meanwhile and looks stopped.
  vi.spyOn(performance, 'now').mockReturnValue(0)
  expect(await oneStepAmong(1_000)).toEqual({ commits: 1, page: card, around: {} })
}, 120_000)

test('opening a dialog commits nothing of the page', async () => {
  const { page, around } = await openDialog()
  expect(page).toEqual({})
  expect(around).toMatchObject({ ModalRoot: 1, ShareDialog: 1 })
}, 60_000)

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDraft } from '@/domain/draft'
import { draftPhoto } from '@/domain/draftPhoto.fixture'
import { withLocalDatabase } from '@/lib/localDatabase'
import { loadDraft, saveDraft } from '@/lib/localDrafts'
import { ingestPhoto } from '@/media/ingestPhoto'
import { useVideoStore } from '@/stores/video.store'
import {
  ADA,
  draftSaved,
  EVE,
  freshDevice,
  openPage,
  photo,
  photoNames,
  picker,
  readByName,
  title,
} from './NewProjectPage.fixture'

// jsdom has no decoder; tests/browser/draft.test.tsx reads real photos.
vi.mock('@/media/analysePhoto', () => ({ analysePhoto: () => Promise.resolve(null) }))
vi.mock('@/media/ingestPhoto', () => ({ ingestPhoto: vi.fn<typeof ingestPhoto>() }))

vi.setConfig({ testTimeout: 30_000 })

beforeEach(async () => {
  vi.mocked(ingestPhoto).mockImplementation(readByName)
  await freshDevice()
})
afterEach(() => vi.unstubAllGlobals())

describe('the form', () => {
  test('offers everything by its name', async () => {
    openPage()
    expect(await title()).toBeEnabled()
    expect(screen.getByRole('textbox', { name: 'Description' })).toBeEnabled()
    const styles = within(screen.getByRole('radiogroup', { name: 'Style' })).getAllByRole('radio')
    expect(styles.map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Classic',
      'Modern',
      'Cinematic',
      'Vintage',
    ])
    expect(screen.getByRole('radio', { name: 'Classic' })).toBeChecked()
    expect(screen.getByLabelText('Duration')).toHaveValue(60)
    expect(picker()).toHaveAttribute('type', 'file')
    expect(screen.getByLabelText('Keep places in the uploaded photos')).not.toBeChecked()
    expect(screen.getByRole('button', { name: 'Create video' })).toBeEnabled()
  })

  test('is restored after the page was closed, and not shown to the next person', async () => {
    const user = userEvent.setup()
    const { unmount } = openPage()
    await user.type(await title(), 'Lake')
    await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Summer')
    await user.click(screen.getByRole('radio', { name: 'Vintage' }))
    await user.click(screen.getByRole('button', { name: '30 s' }))
    await user.upload(picker(), [photo('a.jpg'), photo('b.jpg')])
    await user.type(await screen.findByRole('textbox', { name: 'Caption for b.jpg' }), 'Swimming')
    await draftSaved()
    unmount()

    const eve = openPage(EVE)
    expect(await title()).toHaveValue('')
    expect(screen.queryByRole('list', { name: 'Photos' })).toBeNull()
    eve.unmount()

    openPage()
    expect(await title()).toHaveValue('Lake')
    expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue('Summer')
    expect(screen.getByRole('radio', { name: 'Vintage' })).toBeChecked()
    expect(screen.getByLabelText('Duration')).toHaveValue(30)
    expect(photoNames()).toEqual(['a.jpg', 'b.jpg'])
    expect(screen.getByRole('textbox', { name: 'Caption for b.jpg' })).toHaveValue('Swimming')
    await draftSaved()
  })

  test('music, file and frames are chosen among the options, kept, and taken back like everything else', async () => {
    const user = userEvent.setup()
    const { unmount } = openPage()
    await title()
    await user.click(screen.getByText('More options'))
    const choice = (group: string, name: string) =>
      within(screen.getByRole('radiogroup', { name: group })).getByRole('radio', { name })
    expect(choice('Music', 'To match the style')).toBeChecked()
    await user.click(choice('Music', 'Tender'))
    await user.click(choice('File', 'Small file'))
    await user.click(choice('Frames per second', '60'))
    await user.click(choice('Resolution', '4K'))
    await draftSaved()
    unmount()
    openPage()
    await title()
    await user.click(screen.getByText('More options'))
    const wanted = [
      ['Music', 'Tender'],
      ['File', 'Small file'],
      ['Frames per second', '60'],
      ['Resolution', '4K'],
    ] as const
    for (const [group, name] of wanted) expect(choice(group, name)).toBeChecked()
    await user.click(choice('Music', 'No music'))
    expect(useVideoStore.getState().draft.music).toEqual({ kind: 'none' })
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(choice('Music', 'Tender')).toBeChecked()
  })

  test('keeps the last valid duration while another is being typed', async () => {
    const user = userEvent.setup()
    openPage()
    const duration = await screen.findByLabelText('Duration')
    await user.clear(duration)
    await user.type(duration, '4')
    expect(useVideoStore.getState().draft.durationSeconds).toBe(60)
    await user.type(duration, '5')
    expect(useVideoStore.getState().draft.durationSeconds).toBe(45)
    await user.type(await title(), 'x')
    expect(duration).toHaveValue(45)
  })

  test('says at each field what is wrong, and puts the focus on the first', async () => {
    const user = userEvent.setup()
    openPage()
    await user.clear(await screen.findByLabelText('Duration'))
    await user.click(screen.getByRole('button', { name: 'Create video' }))
    expect(picker()).toHaveFocus()
    expect(picker()).toHaveAccessibleDescription('Add at least one photo.')
    expect(await title()).toHaveAccessibleDescription(/title/)
    expect(screen.getByLabelText('Duration')).toHaveAccessibleDescription(/between 5 seconds and 30 minutes/)
    await user.upload(picker(), photo('a.jpg'))
    await screen.findByRole('list', { name: 'Photos' })
    await user.click(screen.getByRole('button', { name: 'Create video' }))
    expect(await title()).toHaveFocus()
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })
})

describe('photos', () => {
  test('that cannot be taken are refused by name with the reason, the others go on', async () => {
    const user = userEvent.setup({ applyAccept: false })
    openPage()
    await title()
    await user.upload(picker(), [photo('a.jpg'), photo('notes.txt'), photo('b.jpg'), photo('a.jpg')])
    const alert = await screen.findByRole('alert')
    await waitFor(() => expect(alert).toHaveTextContent('a.jpg: This photo is already in the film.'))
    expect(alert).toHaveTextContent('notes.txt: This file is not a photo we can read.')
    expect(photoNames()).toEqual(['a.jpg', 'b.jpg'])
    await user.click(within(alert).getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('stay in the order given, however long each takes to read', async () => {
    const user = userEvent.setup()
    let finishSlow: () => void = () => undefined
    vi.mocked(ingestPhoto).mockImplementation(async (file) => {
      if (file.name === 'slow.jpg') await new Promise<void>((resolve) => (finishSlow = resolve))
      return { facts: draftPhoto(file.name, null, file.size).facts, thumbnail: new Blob(['t']) }
    })
    openPage()
    await title()
    await user.upload(picker(), [photo('slow.jpg'), photo('quick.jpg')])
    expect(screen.getByText('Reading 1 of 2…')).toBeVisible()
    expect(screen.queryByText('Draft saved')).toBeNull()
    finishSlow()
    await draftSaved()
    expect(photoNames()).toEqual(['slow.jpg', 'quick.jpg'])
  })

  test('that the film has no time for say so, and are shown all the same when a person wants them', async () => {
    const user = userEvent.setup()
    openPage()
    await title()
    await user.upload(
      picker(),
      Array.from({ length: 6 }, (_, index) => photo(`${index}.jpg`)),
    )
    await user.clear(screen.getByLabelText('Duration'))
    await user.type(screen.getByLabelText('Duration'), '5')
    const offers = () => screen.queryAllByRole('button', { name: /^Keep .* anyway$/ })
    await waitFor(() => expect(offers().length).toBeGreaterThan(2))
    expect(screen.getAllByText('No time for it').length).toBe(offers().length)
    const [offer] = offers()
    const name = offer?.getAttribute('aria-label')?.split(' ')[1] ?? ''
    if (offer) await user.click(offer)
    const back = await screen.findByRole('button', { name: `Let ${name} go` })
    await waitFor(() => expect(screen.queryByRole('button', { name: `Keep ${name} anyway` })).toBeNull())
    await user.click(back)
    expect(await screen.findByRole('button', { name: `Keep ${name} anyway` })).toBeVisible()
  })

  test('reading can be stopped', async () => {
    const user = userEvent.setup()
    vi.mocked(ingestPhoto).mockImplementation(
      (_file, signal) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
    )
    openPage()
    await title()
    await user.upload(picker(), [photo('a.jpg')])
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(screen.queryByText(/Reading/)).toBeNull())
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('a removed one leaves the focus on its neighbour', async () => {
    const user = userEvent.setup()
    openPage()
    await title()
    await user.upload(picker(), [photo('a.jpg'), photo('b.jpg')])
    await screen.findByRole('button', { name: 'Remove b.jpg' })
    await user.click(screen.getByRole('button', { name: 'Remove a.jpg' }))
    expect(photoNames()).toEqual(['b.jpg'])
    expect(screen.getByRole('button', { name: 'Remove b.jpg' })).toHaveFocus()
  })

  test('that were being read when the page died are asked for by name', async () => {
    const saved = draftPhoto('saved.jpg')
    const incoming = [{ id: crypto.randomUUID(), filename: 'late.jpg', bytes: 4 }]
    await saveDraft(ADA, { ...emptyDraft(), photos: [saved] }, incoming)
    const user = userEvent.setup()
    openPage()
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Not saved yet – choose again: saved.jpg, late.jpg')
    expect(screen.queryByText('Draft saved')).toBeNull()
    await user.upload(picker(), [photo('saved.jpg'), photo('late.jpg')])
    await draftSaved()
    expect(photoNames()).toEqual(['saved.jpg', 'late.jpg'])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('starting over', () => {
  test('empties the form at once and stays empty', async () => {
    const user = userEvent.setup()
    const { unmount } = openPage()
    await user.type(await title(), 'Lake')
    await user.upload(picker(), photo('a.jpg'))
    await screen.findByRole('list', { name: 'Photos' })
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    expect(await title()).toHaveValue('')
    expect(screen.queryByRole('list', { name: 'Photos' })).toBeNull()
    await draftSaved()
    unmount()
    openPage()
    expect(await title()).toHaveValue('')
  })
})

describe('undo and redo', () => {
  const undo = () => screen.getByRole('button', { name: 'Undo' })
  const redo = () => screen.getByRole('button', { name: 'Redo' })

  test('are offered while there is something to go back or forward to', async () => {
    const user = userEvent.setup()
    openPage()
    await title()
    expect(undo()).toHaveAttribute('aria-disabled', 'true')
    await user.click(screen.getByRole('radio', { name: 'Vintage' }))
    await user.type(await title(), 'Lake')
    await user.click(undo())
    expect(await title()).toHaveValue('')
    expect(screen.getByRole('radio', { name: 'Vintage' })).toBeChecked()
    await user.click(undo())
    expect(screen.getByRole('radio', { name: 'Classic' })).toBeChecked()
    expect(undo()).toHaveAttribute('aria-disabled', 'true')
    // The last step does not take the focus with it.
    expect(undo()).toHaveFocus()
    await user.click(redo())
    await user.click(redo())
    expect(await title()).toHaveValue('Lake')
    expect(redo()).toHaveAttribute('aria-disabled', 'true')
    await draftSaved()
  })

  test.each([
    ['Control', '{Control>}z{/Control}', '{Control>}{Shift>}z{/Shift}{/Control}'],
    ['Meta', '{Meta>}z{/Meta}', '{Meta>}{Shift>}z{/Shift}{/Meta}'],
    ['Control and Y', '{Control>}z{/Control}', '{Control>}y{/Control}'],
  ])('answer to the keyboard (%s)', async (_keys, back, forth) => {
    const user = userEvent.setup()
    openPage()
    await title()
    await user.upload(picker(), [photo('a.jpg'), photo('b.jpg')])
    await screen.findByRole('button', { name: 'Remove b.jpg' })
    await user.click(screen.getByRole('button', { name: 'Remove a.jpg' }))
    expect(photoNames()).toEqual(['b.jpg'])
    await user.keyboard(back)
    expect(photoNames()).toEqual(['a.jpg', 'b.jpg'])
    await user.keyboard(forth)
    expect(photoNames()).toEqual(['b.jpg'])
    await draftSaved()
  })

  test('leave the keys to the text field with the focus', async () => {
    const user = userEvent.setup()
    openPage()
    await user.click(await screen.findByRole('radio', { name: 'Vintage' }))
    for (const field of [await title(), screen.getByLabelText('Duration')]) {
      field.focus()
      await user.keyboard('{Control>}z{/Control}')
      expect(screen.getByRole('radio', { name: 'Vintage' })).toBeChecked()
    }
    screen.getByRole('radio', { name: 'Vintage' }).focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(screen.getByRole('radio', { name: 'Classic' })).toBeChecked()
  })

  test('bring a draft back that was started over, long after the message about it has gone', async () => {
    const user = userEvent.setup()
    openPage()
    await user.type(await title(), 'Lake')
    await user.upload(picker(), photo('a.jpg'))
    await draftSaved()
    await user.click(screen.getByRole('button', { name: 'Start over' }))
    useVideoStore.getState().forgetDiscarded()
    await draftSaved()
    await user.click(undo())
    expect(await title()).toHaveValue('Lake')
    expect(photoNames()).toEqual(['a.jpg'])
    await draftSaved()
    expect(useVideoStore.getState().files[useVideoStore.getState().draft.photos[0]?.id ?? '']?.kind).toBe(
      'saved',
    )
  })
})

describe('the device', () => {
  /** Every write into one of the stores fails as on a full device; undone by `restore`. */
  const fill = (storeName: string) => {
    // oxlint-disable-next-line typescript/unbound-method -- applied to its own `this` below
    const put = IDBObjectStore.prototype.put
    const disk = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      if (this.name === storeName) throw new DOMException('full', 'QuotaExceededError')
      return put.apply(this, args)
    })
    return () => disk.mockRestore()
  }
  const large = (name: string, megabytes: number) =>
    new File([new Uint8Array(megabytes * 1024 * 1024)], name, { type: 'image/jpeg' })

  test('that is full for photos is said with their names and the megabytes they need, until there is room', async () => {
    const user = userEvent.setup()
    const restore = fill('draftFiles')
    openPage()
    await user.type(await title(), 'Lake')
    await user.upload(picker(), [large('big.jpg', 3), large('bigger.jpg', 4)])
    const alert = await screen.findByRole('alert')
    await waitFor(() => expect(alert).toHaveTextContent('big.jpg, bigger.jpg are not kept on this device'))
    expect(alert).toHaveTextContent('They need 7 MB.')
    expect(alert).toHaveTextContent('keep this tab open')
    expect(screen.getByText('Not saved', { selector: 'output *' })).toBeVisible()
    restore()
    await user.click(within(alert).getByRole('button', { name: 'Save again' }))
    await draftSaved()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('that is full for the text is said with what it needs', async () => {
    const user = userEvent.setup()
    openPage()
    const restore = fill('drafts')
    await user.type(await title(), 'Lake')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(/not kept on this device .* no space left.* Its text needs \d+ bytes\./)
    restore()
    await user.click(within(alert).getByRole('button', { name: 'Save again' }))
    await draftSaved()
  })

  test('with a draft of a newer version says so, and leaves it as it is', async () => {
    const newer = { version: 99, draft: 'in some new way' }
    await withLocalDatabase((database) => database.put('drafts', newer, ADA))
    const user = userEvent.setup()
    const { unmount } = openPage()
    await user.type(await title(), 'x')
    expect(await screen.findByRole('alert')).toHaveTextContent(/newer version of this page/)
    expect(screen.queryByText('Draft saved')).toBeNull()
    unmount()
    expect(await withLocalDatabase((database) => database.get('drafts', ADA))).toEqual(newer)
    await withLocalDatabase((database) => database.delete('drafts', ADA))
    await loadDraft(ADA)
  })

  test('with a draft of an older version opens it', async () => {
    const { aspectRatio: _new, resolution: _newer, keepLocation: _newest, ...older } = emptyDraft()
    const record = { draft: { ...older, title: 'From last year' }, savedAt: '2024-12-01T10:00:00Z' }
    await withLocalDatabase((database) => database.put('drafts', record, ADA))
    openPage()
    expect(await title()).toHaveValue('From last year')
    await draftSaved()
  })
})

import { expect, signUp, test, testPhotos } from './fixtures'

test('one tab edits the draft, another reads it and takes over; what was removed can still come back', async ({
  page: first,
  context,
}, testInfo) => {
  const photos = await testPhotos(first, testInfo.outputPath('photos'))
  await signUp(first, 'Ada')
  await first.goto('/projects/new')
  const title = (tab: typeof first) => tab.getByRole('textbox', { name: 'Title' })
  const captions = (tab: typeof first) => tab.getByRole('list', { name: 'Photos' }).getByRole('textbox')
  const saved = (tab: typeof first) => expect(tab.getByRole('status').getByText('Draft saved')).toBeVisible()
  await title(first).fill('Lake')
  await first
    .getByLabel('Add photos', { exact: true })
    .setInputFiles(photos.slice(0, 3).map(({ file }) => file))
  await expect(captions(first)).toHaveCount(3)
  await first.getByRole('button', { name: 'Remove photo-2.jpg' }).click()
  await saved(first)

  const second = await context.newPage()
  await second.goto('/projects/new')
  await expect(second.getByText('This draft is being edited in another tab.')).toBeVisible()
  await expect(title(second)).toHaveValue('Lake')
  await expect(title(second)).toBeDisabled()
  await expect(second.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0)

  // The file of the removed photo was only kept by the first tab; the second one reading does not cost it.
  await first.bringToFront()
  await first.getByRole('button', { name: 'Remove photo-3.jpg' }).focus()
  await first.keyboard.press('Control+z')
  await expect(captions(first)).toHaveCount(3)
  await saved(first)

  await title(first).fill('Lake at night')
  await second.bringToFront()
  await second.getByRole('button', { name: 'Edit it here' }).click()
  await expect(title(second)).toBeEnabled()
  await expect(title(second)).toHaveValue('Lake at night')
  await expect(captions(second)).toHaveCount(3)
  await expect(second.getByRole('alert')).toHaveCount(0)
  await saved(second)
  await expect(first.getByText('This draft is being edited in another tab.')).toBeVisible()
  await expect(title(first)).toBeDisabled()

  await title(second).fill('Lake in the morning')
  await saved(second)
  await second.close()
  await expect(title(first)).toBeEnabled()
  await expect(title(first)).toHaveValue('Lake in the morning')
})

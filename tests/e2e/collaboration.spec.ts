import type { Page } from '@playwright/test'
import { expectAccessible } from './expectAccessible'
import { expect, signUp, test, testPhotos } from './fixtures'
import { apiOf, makeProject, must, PHOTOS, type Api } from './project'

const MINUTE_MS = 60_000

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })
const description = (page: Page) => page.getByRole('textbox', { name: 'Description', exact: true })
const tiles = (page: Page) => page.getByRole('list', { name: 'Photos' }).getByRole('listitem')
const captions = (page: Page) => page.getByRole('textbox', { name: /^Caption of photo \d+$/ })
const faces = (page: Page) => page.getByRole('list', { name: 'Here now' })

/** What a person sees of the project: title, description, captions in the order of the photos. */
async function seen(page: Page) {
  return {
    title: await title(page).inputValue(),
    description: await description(page).inputValue(),
    captions: await captions(page).evaluateAll((fields) =>
      fields.map((field) =>
        field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
      ),
    ),
  }
}

async function stored({ client }: Api, projectId: string) {
  const project = must(
    await client.from('video_projects').select('title, description').eq('id', projectId).single(),
  )
  const photos = must(
    await client.from('photos').select('caption').eq('project_id', projectId).order('position').order('id'),
  )
  return { ...project, captions: photos.map(({ caption }) => caption) }
}

/** Numbers in 0..1 that a failing run can be repeated with. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Do what people do, at random, until the time is over. @returns how often each thing was done */
async function editFor(
  page: Page,
  who: string,
  seed: number,
  untilMs: number,
): Promise<Record<string, number>> {
  const random = randomFrom(seed)
  const done: Record<string, number> = {}
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]
  for (let n = 0; Date.now() < untilMs; n++) {
    const text = `${who} ${n} ${Math.floor(random() * 1e6).toString(36)}`
    const action = pick(['title', 'description', 'caption', 'caption', 'move', 'move'] as const) ?? 'title'
    const photo = Math.floor(random() * PHOTOS.length)
    switch (action) {
      case 'title':
        await type(page, title(page), text)
        break
      case 'description':
        await type(page, description(page), text)
        break
      case 'caption':
        await type(page, captions(page).nth(photo), text)
        break
      case 'move': {
        const name = random() < 0.5 ? 'Move earlier' : 'Move later'
        const button = tiles(page)
          .nth(photo)
          .getByRole('button', { name: new RegExp(`^${name}`) })
        if (!(await button.isEnabled())) continue
        try {
          await button.click({ timeout: 2_000 })
        } catch {
          // The other one has moved it to the end meanwhile, where it goes no further.
          continue
        }
        break
      }
      default:
        action satisfies never
    }
    done[action] = (done[action] ?? 0) + 1
  }
  return done
}

async function type(page: Page, field: ReturnType<Page['getByRole']>, text: string) {
  await field.click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text, { delay: 15 })
}

// Two who save at the same moment: one is told that the row has moved on, and sends again on top of it.
test.use({ expected: [/status of 409 .*\/rest\/v1\/video_projects/] })

test('two people: invited by e-mail, editing at once for a minute, equal in the end; a viewer looks; who is removed is out', async ({
  page: ann,
  newPerson,
  baseURL,
}, testInfo) => {
  test.setTimeout(360_000) // a minute of it is editing
  const ben = await newPerson()
  const annAccount = await signUp(ann, 'Ann')
  const benAccount = await signUp(ben, 'Ben')
  const api = await apiOf(baseURL ?? '', annAccount)
  const files = (await testPhotos(ann, testInfo.outputPath('photos'))).map(({ file }) => file)
  const projectId = await makeProject(api, 'Summer', files)
  const address = `/projects/${projectId}`

  await test.step('Ben is a stranger: the project is not there', async () => {
    await ben.goto(address)
    await expect(title(ben)).toHaveCount(0)
    await expect(ben.getByRole('heading', { name: 'Summer' })).toHaveCount(0)
  })

  await test.step('Ann invites Ben by e-mail, Ben accepts', async () => {
    await ann.goto(address)
    await expect(title(ann)).toHaveValue('Summer')
    await ann.getByRole('button', { name: 'Share' }).click()
    const dialog = ann.getByRole('dialog', { name: 'Share “Summer”' })
    await expectAccessible(ann, { part: '[role=dialog]', withAdvice: true })
    await dialog.getByRole('textbox', { name: 'Email' }).fill(benAccount.email)
    await dialog.getByRole('radio', { name: /Can edit/ }).check()
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await expect(dialog.getByRole('list', { name: 'Invited, not answered yet' })).toContainText(
      benAccount.email,
    )
    await ben.goto('/projects')
    await ben.getByRole('button', { name: 'Accept the invitation to “Summer”' }).click()
    await expect(title(ben)).toHaveValue('Summer')
    await expect(dialog.getByRole('list', { name: 'People' })).toContainText('Ben')
    await ann.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('each sees the other, and where they are', async () => {
    await expect(faces(ann).getByRole('img', { name: 'Ben' })).toBeVisible()
    await expect(faces(ben).getByRole('img', { name: 'Ann' })).toBeVisible()
    await title(ben).click()
    await expect(faces(ann).getByRole('img', { name: 'Ben, on the title' })).toBeVisible()
    await captions(ben).nth(1).click()
    await expect(faces(ann).getByRole('img', { name: 'Ben, on a photo' })).toBeVisible()
  })

  await test.step('what Ben types is on Ann’s screen before it is saved', async () => {
    await title(ben).click()
    await ben.keyboard.press('End')
    await ben.keyboard.type(' by the sea', { delay: 80 })
    await expect(title(ann)).toHaveValue('Summer by the sea')
    await expect.poll(async () => (await stored(api, projectId)).title).toBe('Summer by the sea')
  })

  await test.step('both edit everything for a minute, and end equal to each other and to the database', async () => {
    const seed = Number(process.env.E2E_SEED ?? Date.now() % 100_000)
    const untilMs = Date.now() + MINUTE_MS
    const done = await Promise.all([
      editFor(ann, 'Ann', seed, untilMs),
      editFor(ben, 'Ben', seed + 1, untilMs),
    ])
    testInfo.annotations.push({ type: 'edits', description: `seed ${seed}: ${JSON.stringify(done)}` })
    for (const person of [ann, ben]) {
      await person.keyboard.press('Tab')
      await expect(person.getByText('All changes saved')).toBeVisible({ timeout: 30_000 })
    }
    await expect
      .poll(
        async () => {
          const [atAnn, atBen, inDatabase] = [await seen(ann), await seen(ben), await stored(api, projectId)]
          return {
            atAnn,
            atBen,
            same: JSON.stringify([atAnn, atAnn]) === JSON.stringify([atBen, inDatabase]),
          }
        },
        { timeout: 30_000 },
      )
      .toMatchObject({ same: true })
    const before = await seen(ann)
    expect(before.captions).toHaveLength(PHOTOS.length)
    await Promise.all([ann.reload(), ben.reload()])
    for (const person of [ann, ben]) await expect.poll(() => seen(person)).toEqual(before)
  })

  await test.step('as a viewer Ben still sees everything live, and can change nothing', async () => {
    await ann.getByRole('button', { name: 'Share' }).click()
    const dialog = ann.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Role of Ben' }).selectOption({ label: 'Can look' })
    await expect(title(ben)).toHaveCount(0)
    await expect(captions(ben)).toHaveCount(0)
    await expect(ben.getByRole('button', { name: /^(Move|Remove) / })).toHaveCount(0)
    await ann.keyboard.press('Escape')
    await type(ann, title(ann), 'Only Ann writes now')
    await expect(ben.getByRole('heading', { name: 'Only Ann writes now' })).toBeVisible()
    await expect(faces(ann).getByRole('img', { name: 'Ben' })).toBeVisible()
  })

  await test.step('removed, Ben is out at once', async () => {
    await ann.getByRole('button', { name: 'Share' }).click()
    const dialog = ann.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Remove Ben' }).click()
    await dialog
      .getByRole('group', { name: /Remove Ben/ })
      .getByRole('button', { name: 'Remove', exact: true })
      .click()
    await expect(ben.getByText('Only Ann writes now')).toHaveCount(0)
    await expect(faces(ann)).toHaveCount(0)
    await ben.goto('/projects')
    await expect(ben.getByRole('article')).toHaveCount(0)
  })
})

import { expect, it } from 'vitest'
import { compositorFromDisk } from '../compositor/compositorFromDisk'
import { GOLDEN_FRAMES, paintGoldenScene } from './goldenScene'

it('paints the same bits as ever', async () => {
  expect(paintGoldenScene(await compositorFromDisk())).toEqual(GOLDEN_FRAMES)
})

it('paints the same bits again in a used memory', async () => {
  const compositor = await compositorFromDisk()
  paintGoldenScene(compositor)
  expect(paintGoldenScene(compositor)).toEqual(GOLDEN_FRAMES)
})

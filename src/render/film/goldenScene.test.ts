import { expect, it } from 'vitest'
import { compositorFromDisk } from '../compositor/compositorFromDisk'
import { GOLDEN_EFFECTS, paintGoldenEffects } from './goldenEffects'
import { GOLDEN_FRAMES, paintGoldenScene } from './goldenScene'

it('paints the same bits as ever', async () => {
  expect(paintGoldenScene(await compositorFromDisk())).toEqual(GOLDEN_FRAMES)
})

it('paints the same bits again in a used memory', async () => {
  const compositor = await compositorFromDisk()
  paintGoldenScene(compositor)
  expect(paintGoldenScene(compositor)).toEqual(GOLDEN_FRAMES)
})

it('paints every transition and every part of a look as ever', async () => {
  expect(paintGoldenEffects(await compositorFromDisk())).toEqual(GOLDEN_EFFECTS)
})

it('gives back all memory that frames were painted with', async () => {
  const compositor = await compositorFromDisk()
  const used = compositor.memory.usedBytes
  paintGoldenScene(compositor)
  paintGoldenEffects(compositor)
  expect(compositor.memory.usedBytes).toBe(used)
})

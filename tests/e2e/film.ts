import { ALL_FORMATS, FilePathSource, Input } from 'mediabunny'
import { open } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'

/** What the file on disk says about itself. */
export async function inspectFilm(file: string) {
  using input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(file) })
  const track = await input.getPrimaryVideoTrack()
  if (!track) throw new Error(`${file} has no video track`)
  return {
    durationSeconds: await track.computeDuration(),
    width: track.displayWidth,
    height: track.displayHeight,
    codec: track.codec,
    boxes: await topLevelBoxes(file),
  }
}

/** The names of an MP4's top-level boxes in file order. */
async function topLevelBoxes(file: string): Promise<string[]> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const names: string[] = []
    const header = Buffer.alloc(16)
    for (let offset = 0; offset + 8 <= size;) {
      await handle.read(header, 0, 16, offset)
      names.push(header.toString('latin1', 4, 8))
      const length = header.readUInt32BE(0)
      const step = length === 1 ? Number(header.readBigUInt64BE(8)) : length
      if (step < 8) break
      offset += step
    }
    return names
  } finally {
    await handle.close()
  }
}

/**
 * The mean colour of the film's middle at each of `seconds`, as the browser's own player shows it.
 * The player runs in a page of its own so that nothing of the product is involved.
 */
export async function coloursAt(
  browser: Browser,
  file: string,
  seconds: number[],
): Promise<[number, number, number][]> {
  const page = await browser.newPage()
  try {
    await page.goto(pathToFileURL(file).href.replace(/[^/]*$/, ''))
    await page.setContent('<input type="file"><video muted></video>')
    await page.setInputFiles('input', file)
    return await page.evaluate(async (times) => {
      const video = document.querySelector('video')
      const chosen = document.querySelector('input')?.files?.[0]
      if (!video || !chosen) throw new Error('the player page is incomplete')
      const arrival = (event: string) =>
        new Promise<void>((resolve, reject) => {
          video.addEventListener(event, () => resolve(), { once: true })
          video.addEventListener(
            'error',
            () => reject(new Error(video.error?.message ?? 'the film does not play')),
            {
              once: true,
            },
          )
        })
      const loaded = arrival('loadeddata')
      video.src = URL.createObjectURL(chosen)
      await loaded
      const canvas = new OffscreenCanvas(64, 36)
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (!context) throw new Error('no 2d context')
      const colours: [number, number, number][] = []
      for (const time of times) {
        const seeked = arrival('seeked')
        video.currentTime = time
        await seeked
        context.drawImage(video, 0, 0, 64, 36)
        const { data } = context.getImageData(16, 9, 32, 18)
        const sum: [number, number, number] = [0, 0, 0]
        for (let index = 0; index < data.length; index += 4) {
          sum[0] += data[index] ?? 0
          sum[1] += data[index + 1] ?? 0
          sum[2] += data[index + 2] ?? 0
        }
        const count = data.length / 4
        colours.push([sum[0] / count, sum[1] / count, sum[2] / count])
      }
      return colours
    }, seconds)
  } finally {
    await page.close()
  }
}

/** The index of the colour nearest to `colour`, by hue so that fades and captions do not matter. */
export function nearestHue(colour: [number, number, number], among: [number, number, number][]): number {
  const distance = (other: [number, number, number]) => {
    const difference = Math.abs(hue(colour) - hue(other)) % 360
    return Math.min(difference, 360 - difference)
  }
  const distances = among.map(distance)
  return distances.indexOf(Math.min(...distances))
}

function hue([r, g, b]: [number, number, number]): number {
  const max = Math.max(r, g, b)
  const range = max - Math.min(r, g, b) || 1
  if (max === r) return (60 * ((g - b) / range) + 360) % 360
  return max === g ? 60 * ((b - r) / range) + 120 : 60 * ((r - g) / range) + 240
}

/**
 * Draws the icons of the installed app from the mark, public/favicon.svg: `node tools/app-icons.mjs`. Systems that cut icons
 * into shapes of their own (`maskable`, Apple) get it without its rounded frame, right to the edges.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { launchOptions } from '../tests/chromium.mjs'

const mark = readFileSync('public/favicon.svg', 'utf8')
/** What the frame encloses, without the frame. The sun stays well inside the circle that every shape shows. */
const edgeToEdge = mark.replace('viewBox="0 0 64 64"', 'viewBox="4 4 56 56"').replace(/ rx="16"/, '')
const ICONS = [
  { file: 'icon-192.png', svg: mark, size: 192 },
  { file: 'icon-512.png', svg: mark, size: 512 },
  { file: 'maskable-512.png', svg: edgeToEdge, size: 512 },
  { file: 'apple-touch-icon.png', svg: edgeToEdge, size: 180 },
]

const browser = await chromium.launch(launchOptions())
try {
  const page = await browser.newPage()
  for (const { file, svg, size } of ICONS) {
    await page.setViewportSize({ width: size, height: size })
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
    )
    writeFileSync(`public/icons/${file}`, await page.screenshot({ omitBackground: true }))
  }
} finally {
  await browser.close()
}

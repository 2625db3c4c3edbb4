import { downwards, easel as smallEasel, type Easel, glow, shape, within } from '../easel'
import { fillGround, hills, mountains } from '../land'
import { paintSpruces } from '../plants'
import { paintSky, paintStars } from '../sky'
import { paintReflection } from '../water'

const SHORE = 1130

/** The Milky Way over the lake; on the far bank the tent still glows. */
export function paintNight(easel: Easel): void {
  const { paint, width, random } = easel
  paintSky(easel, SHORE, [
    [0, '#050a22'],
    [0.5, '#0f1c46'],
    [0.82, '#28407a'],
    [1, '#56689a'],
  ])
  paintMilkyWay(easel)
  paintStars(easel, SHORE, 1500)
  paintShootingStar(easel)
  const far = mountains(random, 1100, 360, 900)
  fillGround(
    easel,
    far,
    downwards(paint, 740, 1120, [
      [0, '#1a2752'],
      [1, '#33477c'],
    ]),
  )
  const wood = hills(random, 1085, 44, 700)
  paintSpruces(easel, wood, { from: -10, to: width, gap: 15, tall: 84, fill: '#0d1636' })
  fillGround(easel, wood, '#0c1433')
  glow(paint, 1700, 1105, 260, '255 180 90', 0.8)
  paint.fillStyle = '#ffcf80'
  shape(paint, [
    [1700, 1070],
    [1738, 1122],
    [1662, 1122],
  ])
  paint.fill()
  paintReflection(easel, SHORE, {
    waver: 4,
    tint: [
      [0, 'rgb(80 100 160 / 0.12)'],
      [1, 'rgb(3 8 28 / 0.72)'],
    ],
  })
  const bank = (x: number): number => 1620 - 260 * Math.exp(-(((x + 60) / 560) ** 2)) + 8 * Math.sin(x / 60)
  paintSpruces(easel, bank, { from: -60, to: 520, gap: 92, tall: 620, fill: '#050a1e' })
  fillGround(easel, bank, '#050918')
}

/** A band of light with dark lanes in it, painted small and enlarged so that it stays soft. */
function paintMilkyWay({ paint, width, random }: Easel): void {
  const scale = 5
  const { paint: haze } = smallEasel(width / scale, SHORE / scale, 0)
  const along = (t: number): [number, number] => [(620 + 1500 * t) / scale, (1120 - 1240 * t) / scale]
  const dab = (x: number, y: number, radius: number, colour: string): void => {
    const fill = haze.createRadialGradient(x, y, 0, x, y, radius)
    fill.addColorStop(0, colour)
    fill.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'))
    haze.fillStyle = fill
    haze.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
  }
  for (let i = 0; i < 420; i++) {
    const [x, y] = along(random.next())
    const off = random.swing() * 34
    dab(
      x + off,
      y + off * 0.7,
      random.between(10, 34),
      random.pick(['rgb(150 170 235 / 0.05)', 'rgb(205 190 235 / 0.05)', 'rgb(255 226 200 / 0.05)']),
    )
  }
  for (let i = 0; i < 130; i++) {
    const [x, y] = along(random.next())
    const off = random.swing() * 13
    dab(x + off, y + off, random.between(4, 15), 'rgb(255 240 224 / 0.08)')
  }
  haze.globalCompositeOperation = 'destination-out'
  for (let i = 0; i < 90; i++) {
    const [x, y] = along(random.next())
    const off = 5 + random.swing() * 8
    dab(x + off, y + off, random.between(3, 12), 'rgb(0 0 0 / 0.22)')
  }
  within(paint, () => {
    paint.globalCompositeOperation = 'screen'
    paint.imageSmoothingQuality = 'high'
    paint.drawImage(haze.canvas, 0, 0, width, SHORE)
    paint.fillStyle = '#fff'
    for (let i = 0; i < 1500; i++) {
      const [x, y] = along(random.next())
      const off = random.swing() * 130
      paint.globalAlpha = random.between(0.2, 0.8)
      const size = random.between(1, 2.4)
      paint.fillRect(x * scale + off, y * scale + off * 0.7, size, size)
    }
  })
}

function paintShootingStar({ paint }: Easel): void {
  const trail = paint.createLinearGradient(500, 190, 800, 330)
  trail.addColorStop(0, 'rgb(255 255 255 / 0)')
  trail.addColorStop(1, 'rgb(255 255 255 / 0.95)')
  paint.strokeStyle = trail
  paint.lineWidth = 5
  paint.beginPath()
  paint.moveTo(500, 190)
  paint.lineTo(800, 330)
  paint.stroke()
  glow(paint, 800, 330, 40, '255 255 255', 0.9)
}

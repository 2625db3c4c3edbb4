import { downwards, type Paint, softShape, within } from '../easel'

/** Feet at x, y; about 520 pixels tall. */
export function paintChild(paint: Paint, x: number, y: number): void {
  within(paint, () => {
    paint.translate(x, y)
    // Legs and shoes
    for (const [from, to, foot] of [
      [-34, -62, -80],
      [34, 52, 70],
    ] as const) {
      paint.strokeStyle = '#dba27b'
      paint.lineWidth = 42
      paint.beginPath()
      paint.moveTo(from, -190)
      paint.quadraticCurveTo(from * 1.4, -110, to, -22)
      paint.stroke()
      paint.strokeStyle = '#f5f1e8'
      paint.lineWidth = 40
      paint.beginPath()
      paint.moveTo(to, -34)
      paint.lineTo(to, -24)
      paint.stroke()
      paint.fillStyle = '#b8412f'
      paint.beginPath()
      paint.ellipse(foot, -6, 42, 23, 0, 0, 2 * Math.PI)
      paint.fill()
    }
    // Shorts
    paint.fillStyle = '#2d5d84'
    softShape(paint, [
      [-76, -290],
      [78, -290],
      [92, -205],
      [86, -152],
      [18, -158],
      [0, -195],
      [-20, -156],
      [-92, -150],
      [-88, -215],
    ])
    paint.fill()
    // The far arm holds the string, the near one helps
    paint.strokeStyle = '#dba27b'
    paint.lineWidth = 34
    paint.beginPath()
    paint.moveTo(58, -395)
    paint.quadraticCurveTo(118, -350, 120, -398)
    paint.stroke()
    // Shirt with a stripe of light
    paint.fillStyle = '#f0b93a'
    softShape(paint, [
      [-62, -436],
      [0, -452],
      [62, -436],
      [92, -390],
      [84, -270],
      [0, -258],
      [-84, -270],
      [-92, -385],
    ])
    paint.fill()
    paint.fillStyle = 'rgb(255 236 170 / 0.28)'
    softShape(paint, [
      [-66, -430],
      [-40, -436],
      [-58, -350],
      [-62, -272],
      [-84, -275],
      [-88, -380],
    ])
    paint.fill()
    paint.strokeStyle = '#f0b93a'
    paint.lineWidth = 46
    paint.beginPath()
    paint.moveTo(66, -408)
    paint.lineTo(98, -376)
    paint.stroke()
    paint.strokeStyle = '#f0b93a'
    paint.beginPath()
    paint.moveTo(-64, -408)
    paint.quadraticCurveTo(-112, -360, -104, -322)
    paint.stroke()
    paint.strokeStyle = '#dba27b'
    paint.lineWidth = 32
    paint.beginPath()
    paint.moveTo(-104, -312)
    paint.quadraticCurveTo(-96, -262, -64, -250)
    paint.stroke()
    // Neck, hair and straw hat
    paint.fillStyle = '#c98f6b'
    paint.fillRect(-20, -480, 40, 40)
    paint.fillStyle = '#6d3f22'
    softShape(paint, [
      [-62, -560],
      [0, -600],
      [62, -560],
      [66, -500],
      [40, -468],
      [0, -462],
      [-40, -468],
      [-66, -500],
    ])
    paint.fill()
    paint.fillStyle = downwards(paint, -660, -530, [
      [0, '#f7e2a4'],
      [1, '#d3a957'],
    ])
    paint.beginPath()
    paint.ellipse(0, -548, 122, 30, -0.05, 0, 2 * Math.PI)
    paint.fill()
    softShape(paint, [
      [-64, -545],
      [-60, -620],
      [-30, -652],
      [30, -652],
      [60, -620],
      [64, -545],
      [0, -534],
    ])
    paint.fill()
    paint.strokeStyle = '#b8412f'
    paint.lineWidth = 17
    paint.beginPath()
    paint.moveTo(-61, -566)
    paint.quadraticCurveTo(0, -550, 61, -566)
    paint.stroke()
  })
}

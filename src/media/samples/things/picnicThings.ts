import { downwards, type Paint, shape, softShape, within } from '../easel'

export function paintBasket(paint: Paint): void {
  paint.fillStyle = 'rgb(50 20 20 / 0.3)'
  paint.beginPath()
  paint.ellipse(1010, 1205, 260, 40, 0, 0, 2 * Math.PI)
  paint.fill()
  paint.strokeStyle = '#8a5a2c'
  paint.lineWidth = 24
  paint.beginPath()
  paint.ellipse(970, 960, 185, 190, 0, Math.PI, 0)
  paint.stroke()
  paint.fillStyle = downwards(paint, 950, 1210, [
    [0, '#d29a55'],
    [1, '#8f5c2c'],
  ])
  shape(paint, [
    [742, 955],
    [1198, 955],
    [1150, 1205],
    [790, 1205],
  ])
  paint.fill()
  within(paint, () => {
    paint.clip()
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 16; column++) {
        const x = 740 + column * 30 + (row % 2) * 15
        paint.fillStyle = (row + column) % 2 === 0 ? 'rgb(255 214 150 / 0.36)' : 'rgb(84 44 16 / 0.3)'
        paint.beginPath()
        paint.ellipse(x, 972 + row * 31, 17, 12, 0, 0, 2 * Math.PI)
        paint.fill()
      }
    }
  })
  paint.fillStyle = '#a66d35'
  paint.beginPath()
  paint.roundRect(728, 936, 484, 36, 18)
  paint.fill()
  // A cloth over the rim, and a loaf.
  paint.fillStyle = downwards(paint, 830, 950, [
    [0, '#e0a860'],
    [1, '#a9682c'],
  ])
  within(paint, () => {
    paint.translate(1085, 905)
    paint.rotate(-0.5)
    paint.beginPath()
    paint.ellipse(0, 0, 150, 40, 0, 0, 2 * Math.PI)
    paint.fill()
    paint.strokeStyle = 'rgb(255 232 190 / 0.7)'
    paint.lineWidth = 9
    for (const x of [-80, -30, 20, 70]) {
      paint.beginPath()
      paint.moveTo(x, -24)
      paint.lineTo(x + 28, 18)
      paint.stroke()
    }
  })
  paint.fillStyle = '#f4f1e6'
  softShape(paint, [
    [752, 936],
    [800, 890],
    [900, 884],
    [950, 940],
    [930, 1010],
    [880, 1060],
    [840, 1000],
    [790, 1030],
  ])
  paint.fill()
  paint.fillStyle = '#a66d35'
  paint.beginPath()
  paint.roundRect(950, 936, 262, 36, 18)
  paint.fill()
}

export function paintFood(paint: Paint): void {
  // Melon slices
  for (const [x, y, tilt] of [
    [1390, 1270, -0.12],
    [1510, 1310, 0.22],
  ] as const) {
    within(paint, () => {
      paint.translate(x, y)
      paint.rotate(tilt)
      for (const [radius, colour] of [
        [122, '#2f7d3c'],
        [112, '#e9f0c4'],
        [102, '#e8504f'],
      ] as const) {
        paint.fillStyle = colour
        paint.beginPath()
        paint.arc(0, -30, radius, 0, Math.PI)
        paint.fill()
      }
      paint.fillStyle = '#3a1c18'
      for (const [sx, sy] of [
        [-55, 0],
        [-20, 22],
        [22, 20],
        [58, -2],
        [0, -8],
        [-36, 34],
        [38, 38],
      ] as const) {
        paint.beginPath()
        paint.ellipse(sx, sy - 8, 5, 9, sx / 120, 0, 2 * Math.PI)
        paint.fill()
      }
    })
  }
  // Apples and a bottle of lemonade
  for (const [x, y, colour] of [
    [820, 1330, '#cf3b2c'],
    [900, 1362, '#d8a83a'],
    [800, 1392, '#b8392d'],
  ] as const) {
    paint.fillStyle = 'rgb(50 20 20 / 0.3)'
    paint.beginPath()
    paint.ellipse(x + 10, y + 42, 56, 14, 0, 0, 2 * Math.PI)
    paint.fill()
    const round = paint.createRadialGradient(x - 18, y - 20, 6, x, y, 56)
    round.addColorStop(0, '#fff3d6')
    round.addColorStop(0.35, colour)
    round.addColorStop(1, '#701f18')
    paint.fillStyle = round
    paint.beginPath()
    paint.arc(x, y, 48, 0, 2 * Math.PI)
    paint.fill()
    paint.strokeStyle = '#4a2d16'
    paint.lineWidth = 6
    paint.beginPath()
    paint.moveTo(x, y - 40)
    paint.quadraticCurveTo(x + 4, y - 60, x + 14, y - 66)
    paint.stroke()
  }
  paint.fillStyle = 'rgb(244 222 120 / 0.9)'
  paint.beginPath()
  paint.roundRect(1592, 1010, 96, 210, 26)
  paint.fill()
  paint.fillStyle = 'rgb(255 255 255 / 0.42)'
  paint.beginPath()
  paint.roundRect(1592, 940, 96, 120, [40, 40, 0, 0])
  paint.roundRect(1618, 880, 44, 80, 10)
  paint.fill()
  paint.fillStyle = '#c4402f'
  paint.beginPath()
  paint.roundRect(1612, 862, 56, 34, 8)
  paint.fill()
  paint.fillStyle = 'rgb(255 255 255 / 0.6)'
  paint.fillRect(1606, 1000, 10, 190)
}

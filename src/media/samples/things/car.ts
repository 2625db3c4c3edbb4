import { downwards, type Paint, shape, within } from '../easel'

/** A small car from behind; x, y is the ground between its wheels. */
export function paintCar(paint: Paint, x: number, y: number, scale: number): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.scale(scale, scale)
    paint.fillStyle = 'rgb(40 30 20 / 0.4)'
    paint.beginPath()
    paint.ellipse(-14, 2, 128, 15, 0, 0, 2 * Math.PI)
    paint.fill()
    paint.fillStyle = '#23222a'
    paint.beginPath()
    paint.roundRect(-92, -40, 34, 44, 10)
    paint.roundRect(58, -40, 34, 44, 10)
    paint.fill()
    paint.fillStyle = downwards(paint, -190, -20, [
      [0, '#f0724e'],
      [0.5, '#d64a30'],
      [1, '#a8341f'],
    ])
    paint.beginPath()
    paint.moveTo(-104, -24)
    paint.quadraticCurveTo(-112, -96, -92, -112)
    paint.quadraticCurveTo(-76, -184, -56, -192)
    paint.lineTo(56, -192)
    paint.quadraticCurveTo(76, -184, 92, -112)
    paint.quadraticCurveTo(112, -96, 104, -24)
    paint.closePath()
    paint.fill()
    paint.fillStyle = downwards(paint, -180, -118, [
      [0, '#cfe6ee'],
      [1, '#5b8296'],
    ])
    paint.beginPath()
    paint.moveTo(-74, -118)
    paint.quadraticCurveTo(-62, -174, -50, -178)
    paint.lineTo(50, -178)
    paint.quadraticCurveTo(62, -174, 74, -118)
    paint.closePath()
    paint.fill()
    // Two heads behind the glass
    paint.fillStyle = 'rgb(50 40 50 / 0.75)'
    for (const head of [-32, 32]) {
      paint.beginPath()
      paint.arc(head, -142, 15, 0, 2 * Math.PI)
      paint.roundRect(head - 22, -130, 44, 12, 6)
      paint.fill()
    }
    paint.fillStyle = '#ffd9b0'
    paint.fillRect(-34, -78, 68, 24)
    paint.fillStyle = '#7c1f18'
    paint.beginPath()
    paint.roundRect(-98, -94, 28, 30, 8)
    paint.roundRect(70, -94, 28, 30, 8)
    paint.fill()
    paint.fillStyle = '#e9e4da'
    paint.beginPath()
    paint.roundRect(-108, -42, 216, 20, 9)
    paint.fill()
    // Luggage: bags, a rolled mat and the kite
    paint.fillStyle = '#7a5a3a'
    paint.fillRect(-70, -204, 140, 9)
    for (const [left, top, wide, tall, colour] of [
      [-66, -246, 72, 44, '#3f6f8f'],
      [8, -240, 58, 38, '#e0a93c'],
      [-40, -278, 62, 34, '#8d4f3a'],
    ] as const) {
      paint.fillStyle = colour
      paint.beginPath()
      paint.roundRect(left, top, wide, tall, 9)
      paint.fill()
    }
    paint.fillStyle = '#4f8a63'
    paint.beginPath()
    paint.roundRect(18, -264, 62, 24, 12)
    paint.fill()
    paint.fillStyle = '#f7d560'
    shape(paint, [
      [-58, -330],
      [-22, -290],
      [-40, -246],
      [-84, -284],
    ])
    paint.fill()
    paint.fillStyle = '#e4572e'
    shape(paint, [
      [-58, -330],
      [-22, -290],
      [-62, -286],
    ])
    paint.fill()
  })
}

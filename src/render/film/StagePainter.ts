import type { Panel, Shot, Storyboard } from '@/domain/storyboard'
import { OPAQUE, type Compositor } from '../compositor/Compositor'
import { allocateFrame, type Planes } from '../compositor/planes'
import { clear, paste, regionOf } from '../compositor/region'
import { drawWipe } from '../compositor/wipe'
import { opacityOf, shiftOfNew, shiftOfOld } from './entrances'
import {
  AT_REST,
  combineShifts,
  isAtRest,
  panelRectangle,
  placePhoto,
  shiftRectangle,
  type Shift,
} from './placement'
import type { ShotPicture } from './ShotPictures'
import type { Layer, Scene } from './timeline'

export type PictureOf = (panel: Panel) => ShotPicture

/** Draws the shots of a frame on the stage of its film. */
export class StagePainter {
  readonly #compositor: Compositor
  readonly #shots: readonly Shot[]
  readonly #stage: Planes
  /** Where a shot is put together before it is blended in. Its frame has the layout of the film's, bars black. */
  readonly #asideFrame: Planes
  readonly #frame: Planes
  readonly #black: Planes
  readonly aside: Planes
  #weave = AT_REST

  constructor(compositor: Compositor, { shots, stage }: Storyboard, frame: Planes) {
    this.#compositor = compositor
    this.#shots = shots
    this.#frame = frame
    this.#stage = regionOf(frame, stage)
    this.#asideFrame = compositor.createFrame(frame.width, frame.height)
    this.aside = regionOf(this.#asideFrame, stage)
    this.#black = allocateFrame(compositor.memory, 2, 2)
    for (const planes of [this.#asideFrame, this.#black]) clear(compositor, planes)
  }

  /** @param weave how the whole stage has moved */
  paint({ layers, light }: Scene, weave: Shift, pictureOf: PictureOf): void {
    this.#weave = weave
    if (layers.length === 0 || light === 0) {
      clear(this.#compositor, this.#stage)
      return
    }
    layers.forEach((layer, index) => {
      const above = layers[index + 1]?.entrance
      const old = above ? shiftOfOld(above, this.#stage) : AT_REST
      this.#paintLayer(layer, combineShifts(old, weave), pictureOf)
    })
    if (light < OPAQUE) this.#compositor.fadeToBlack(this.#frame, light)
  }

  close(): void {
    this.#compositor.free(this.#asideFrame)
    this.#compositor.free(this.#black)
  }

  #paintLayer(layer: Layer, shift: Shift, pictureOf: PictureOf): void {
    const { entrance } = layer
    if (!entrance) {
      this.#paintShot(this.#stage, layer, shift, pictureOf, OPAQUE)
      return
    }
    const opacity = opacityOf(entrance)
    if (entrance.kind === 'wipe') {
      this.#paintShot(this.aside, layer, shift, pictureOf, OPAQUE)
      drawWipe(this.#compositor, this.#stage, this.aside, entrance.direction, entrance.progress)
    } else if (opacity === OPAQUE) {
      this.#paintShot(
        this.#stage,
        layer,
        combineShifts(shiftOfNew(entrance, this.#stage), shift),
        pictureOf,
        OPAQUE,
      )
    } else if (this.#isOnePicture(layer, pictureOf)) {
      this.#paintShot(this.#stage, layer, shift, pictureOf, opacity)
    } else {
      this.#paintShot(this.aside, layer, shift, pictureOf, OPAQUE)
      this.#compositor.dissolve(this.#frame, this.#asideFrame, opacity)
    }
  }

  #paintShot(target: Planes, layer: Layer, shift: Shift, pictureOf: PictureOf, alpha: number): void {
    const shot = this.#shots[layer.shotIndex]
    if (!shot) return
    this.#paintGround(target, layer, shot, shift)
    shot.panels.forEach((panel, index) => {
      const framing = layer.framings[index]
      if (!framing) return
      const area = panelRectangle(panel.area, this.#stage)
      const { picture, size, fill } = pictureOf(panel)
      const place = placePhoto(size, area, panel.fit, framing)
      const at = { ...place, x: place.x + area.x, y: place.y + area.y }
      const clip = shiftRectangle(area, this.#stage, shift)
      if (fill && (isAtRest(shift) || this.#onlyWeaves(shot, shift)))
        paste(this.#compositor, regionOf(target, area), fill)
      else if (fill) this.#compositor.draw(target, fill, clip, alpha)
      if (panel.fit !== 'backdrop')
        this.#compositor.draw(target, picture, shiftRectangle(at, this.#stage, shift), alpha, clip)
    })
  }

  /** A blurred fill that has the stage to itself need not weave with its photo: nobody would see it. */
  #onlyWeaves({ panels }: Shot, shift: Shift): boolean {
    return panels.length === 1 && shift === this.#weave
  }

  /** Black behind whatever the shot's panels do not cover, so that nothing of an older frame shows through. */
  #paintGround(target: Planes, { entrance }: Layer, shot: Shot, shift: Shift): void {
    const tiles = this.#tiles(shot)
    const { width, height } = this.#stage
    const whole = shiftRectangle({ x: 0, y: 0, width, height }, this.#stage, shift)
    if (entrance && target !== this.aside) {
      if (!tiles) this.#compositor.draw(target, this.#black, whole, OPAQUE)
      return
    }
    const reaches =
      whole.x <= 0 && whole.y <= 0 && whole.x + whole.width >= width && whole.y + whole.height >= height
    // Moved by parts of a pixel, panels side by side leave a seam.
    const isWhole = tiles && reaches && (isAtRest(shift) || shot.panels.length === 1)
    if (!isWhole) clear(this.#compositor, target)
  }

  #isOnePicture({ shotIndex }: Layer, pictureOf: PictureOf): boolean {
    const shot = this.#shots[shotIndex]
    const panel = shot?.panels[0]
    if (!shot || !panel || shot.panels.length > 1 || !this.#tiles(shot)) return false
    return !pictureOf(panel).fill
  }

  /** Whether the panels fill the stage; they never overlap. */
  #tiles({ panels }: Shot): boolean {
    const covered = panels.reduce((sum, { area }) => {
      const { width, height } = panelRectangle(area, this.#stage)
      return sum + width * height
    }, 0)
    return covered === this.#stage.width * this.#stage.height
  }
}

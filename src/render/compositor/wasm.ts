/** The functions of `assembly/index.ts` as the host sees them. Pointers are byte offsets into `memory`. */
export interface CompositorExports {
  readonly memory: WebAssembly.Memory
  heapStart(): number
  areaScale(
    source: number,
    sourceStride: number,
    sourceWidth: number,
    sourceHeight: number,
    target: number,
    targetStride: number,
    targetWidth: number,
    targetHeight: number,
  ): void
  resample(
    source: number,
    sourceStride: number,
    sourceWidth: number,
    sourceHeight: number,
    originX: number,
    stepX: number,
    originY: number,
    stepY: number,
    target: number,
    targetStride: number,
    left: number,
    top: number,
    right: number,
    bottom: number,
    alpha: number,
  ): void
  dissolve(target: number, source: number, length: number, alpha: number): void
  fade(target: number, length: number, value: number, amount: number): void
  overlay(
    target: number,
    targetStride: number,
    pixels: number,
    opacity: number,
    stride: number,
    width: number,
    height: number,
    amount: number,
  ): void
  convertColour(
    y: number,
    yStride: number,
    u: number,
    v: number,
    chromaStride: number,
    width: number,
    height: number,
    blackLevel: number,
    yy: number,
    yu: number,
    yv: number,
    uu: number,
    uv: number,
    vu: number,
    vv: number,
  ): void
  fromRgba(
    rgba: number,
    width: number,
    height: number,
    red: number,
    blue: number,
    opaque: number,
    y: number,
    yStride: number,
    u: number,
    v: number,
    chromaStride: number,
  ): void
  overlayFromRgba(
    rgba: number,
    width: number,
    height: number,
    y: number,
    opacity: number,
    stride: number,
    u: number,
    v: number,
    chromaOpacity: number,
    chromaStride: number,
  ): void
  orient(
    source: number,
    sourceStride: number,
    target: number,
    targetStride: number,
    width: number,
    height: number,
    transpose: number,
    mirrorX: number,
    mirrorY: number,
  ): void
  boxBlur(
    source: number,
    target: number,
    lines: number,
    length: number,
    lineStep: number,
    pixelStep: number,
    radius: number,
  ): void
  toward(
    target: number,
    targetStride: number,
    map: number,
    mapStride: number,
    width: number,
    height: number,
    value: number,
    amount: number,
  ): void
  tint(
    target: number,
    targetStride: number,
    map: number,
    mapStride: number,
    light: number,
    lightStride: number,
    width: number,
    height: number,
    amount: number,
  ): void
  grain(
    target: number,
    targetStride: number,
    width: number,
    height: number,
    gain: number,
    tile: number,
    tileStride: number,
    side: number,
    tileX: number,
    tileY: number,
    profile: number,
  ): void
  mixColumns(
    target: number,
    targetStride: number,
    source: number,
    sourceStride: number,
    weights: number,
    width: number,
    height: number,
  ): void
  grade(
    y: number,
    yStride: number,
    u: number,
    v: number,
    chromaStride: number,
    width: number,
    height: number,
    luma: number,
    tintU: number,
    tintV: number,
    saturation: number,
  ): void
  convertGamut(
    y: number,
    yStride: number,
    u: number,
    v: number,
    chromaStride: number,
    width: number,
    height: number,
    toLight: number,
    fromLight: number,
    matrix: number,
  ): void
}

const NAMES = [
  'heapStart',
  'areaScale',
  'resample',
  'dissolve',
  'fade',
  'overlay',
  'convertColour',
  'fromRgba',
  'overlayFromRgba',
  'orient',
  'boxBlur',
  'toward',
  'tint',
  'grain',
  'mixColumns',
  'grade',
  'convertGamut',
] as const satisfies readonly (keyof CompositorExports)[]

function isCompositor(exports: object): exports is CompositorExports {
  const has = (name: string) => name in exports && typeof Reflect.get(exports, name) === 'function'
  return Reflect.get(exports, 'memory') instanceof WebAssembly.Memory && NAMES.every(has)
}

/** @param bytes `compositor.wasm`, fetched in the browser or read from disk in Node. */
export async function instantiateCompositor(bytes: BufferSource): Promise<CompositorExports> {
  const { instance } = await WebAssembly.instantiate(bytes, {})
  if (!isCompositor(instance.exports))
    throw new TypeError('compositor.wasm is from another version: npm run build:wasm')
  return instance.exports
}

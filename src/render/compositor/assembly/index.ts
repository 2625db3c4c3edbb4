/**
 * The pixel work of the film, on 8-bit planes. Integers and IEEE arithmetic only, no relaxed SIMD: the same input gives
 * the same bits on every machine. The host (`Compositor.ts`) owns the memory and checks every bound.
 */
export { heapStart } from './scratch'
export { areaScale } from './areaScale'
export { resample } from './resample'
export { dissolve, fade, overlay } from './blend'
export { convertColour, fromRgba, overlayFromRgba } from './colour'
export { boxBlur, orient } from './photo'
export { grain, mixColumns, tint, toward } from './light'
export { grade } from './grade'
export { convertGamut } from './gamut'

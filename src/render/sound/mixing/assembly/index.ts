/**
 * The sound of a score: voices, lanes and the room they are played in, four numbers at a time. IEEE arithmetic only, no
 * relaxed SIMD: the same score sounds the same on every machine. The host (`ScoreMixer.ts`) owns the memory. All pointers
 * are byte offsets, all sound is f32 at 48 kHz unless told.
 */
export { heapStart } from './heapStart'
export { playLoop, playOnce } from './voice'
export { pour } from './lane'
export { separate, join, multiplyAdd, addAnswer } from './room'
export { transform } from './transform'

/** The functions of `assembly/index.ts` as the host sees them. Pointers are byte offsets into `memory`. */
export interface MixingExports {
  readonly memory: WebAssembly.Memory
  heapStart(): number
  playLoop(
    left: number,
    right: number,
    length: number,
    position: number,
    rate: number,
    gain: number,
    slope: number,
    sumLeft: number,
    sumRight: number,
    count: number,
  ): number
  playOnce(
    left: number,
    right: number,
    position: number,
    rate: number,
    gain: number,
    slope: number,
    sumLeft: number,
    sumRight: number,
    count: number,
  ): void
  pour(
    left: number,
    right: number,
    size: number,
    filter: number,
    buses: number,
    send: number,
    echo: number,
  ): void
  transform(re: number, im: number, size: number, mirrored: number, turns: number): void
  separate(re: number, im: number, size: number, left: number, right: number, stride: number): void
  join(left: number, right: number, stride: number, re: number, im: number, size: number): void
  multiplyAdd(sum: number, block: number, piece: number, stride: number, bins: number): void
  addAnswer(answer: number, left: number, mix: number, size: number, gain: number): void
}

const NAMES = [
  'heapStart',
  'playLoop',
  'playOnce',
  'pour',
  'transform',
  'separate',
  'join',
  'multiplyAdd',
  'addAnswer',
] as const satisfies readonly (keyof MixingExports)[]

export function isMixing(exports: object): exports is MixingExports {
  const has = (name: string) => name in exports && typeof Reflect.get(exports, name) === 'function'
  return Reflect.get(exports, 'memory') instanceof WebAssembly.Memory && NAMES.every(has)
}

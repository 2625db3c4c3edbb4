import { expose } from 'comlink'
import { paintSample } from './paintSample'
import { SAMPLE_STORY } from './story'

/** What the painting worker does: `paint(index)` for every index below `count()`. */
export interface Painter {
  count(): number
  paint(index: number): Promise<File>
}

const painter: Painter = { count: () => SAMPLE_STORY.length, paint: paintSample }

expose(painter)

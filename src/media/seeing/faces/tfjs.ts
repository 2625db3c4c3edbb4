import '@tensorflow/tfjs-backend-wasm'
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter'
import { enableProdMode, env, io, setBackend, tensor4d, tidy } from '@tensorflow/tfjs-core'
import { z } from 'zod'

const manifestSchema = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  weightsManifest: z.tuple([
    z.object({ weights: z.array(z.custom<io.WeightsManifestEntry>((entry) => typeof entry === 'object')) }),
  ]),
})

/**
 * Makes the WASM backend the one that models run on.
 * Threads would need a cross-origin isolated page; without SIMD no film can be made either, so there is one binary.
 */
export async function startBackend(): Promise<void> {
  enableProdMode()
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths({
    'tfjs-backend-wasm.wasm': simdWasm,
    'tfjs-backend-wasm-simd.wasm': simdWasm,
    'tfjs-backend-wasm-threaded-simd.wasm': simdWasm,
  })
  if (!(await setBackend('wasm'))) throw new Error('the models cannot run in this browser')
}

/** Loads a model from its two files. Rejects when they cannot be had. */
export async function loadModel(manifestUrl: string, weightsUrl: string): Promise<GraphModel> {
  const [manifest, weightData] = await Promise.all([
    load(manifestUrl).then(async (response) => manifestSchema.parse(await response.json())),
    load(weightsUrl).then((response) => response.arrayBuffer()),
  ])
  const { modelTopology, weightsManifest } = manifest
  return loadGraphModel(io.fromMemory({ modelTopology, weightSpecs: weightsManifest[0].weights, weightData }))
}

async function load(url: string): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} could not be loaded (${response.status})`)
  return response
}

/** Runs a model on a square picture of `edge` × `edge` RGB values; answers the named outputs, flattened. */
export function runModel(
  model: GraphModel,
  rgb: Float32Array,
  edge: number,
  outputs: readonly string[],
): Float32Array[] {
  const results: Float32Array[] = []
  tidy(() => {
    const answers = model.execute(tensor4d(rgb, [1, edge, edge, 3]), [...outputs])
    for (const answer of Array.isArray(answers) ? answers : [answers]) {
      results.push(Float32Array.from(answer.dataSync()))
    }
  })
  return results
}

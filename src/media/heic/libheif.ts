import createLibheif, { type MainModule } from 'libheif-js/libheif-wasm/libheif.js'
import wasmUrl from 'libheif-js/libheif-wasm/libheif.wasm?url'

/** What libheif answers instead of a result. */
type Failure = ReturnType<MainModule['heif_context_read_from_memory']>
interface Decoded {
  image: Parameters<MainModule['heif_image_release']>[0]
  channels: {
    id: MainModule['heif_channel']['heif_channel_interleaved']
    width: number
    height: number
    stride: number
    data: Uint8Array
  }[]
}

let loading: Promise<MainModule> | undefined

/** Loads libheif, 0.6 MB over the wire, the first time. */
function loadLibheif(): Promise<MainModule> {
  loading ??= (async () => {
    const response = await fetch(wasmUrl)
    if (!response.ok) throw new Error(`libheif could not be loaded (${response.status})`)
    const wasmBinary = await response.arrayBuffer()
    return createLibheif({ wasmBinary })
  })()
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/**
 * Decodes the primary picture of a HEIC file: rotated, mirrored and cropped as it says, 8 bits of red, green, blue and
 * alpha a pixel, in the file's own colour space. Blocks its thread for about 60 ms a megapixel.
 * Throws Error when libheif cannot.
 */
export async function decodePrimary(
  bytes: Uint8Array<ArrayBuffer>,
  colorSpace: PredefinedColorSpace,
): Promise<ImageData> {
  const lib = await loadLibheif()
  const context = lib.heif_context_alloc()
  try {
    const read = lib.heif_context_read_from_memory(context, bytes)
    if (read.code !== lib.heif_error_code.heif_error_Ok) throw failure(read)
    const handle: Parameters<MainModule['heif_image_handle_release']>[0] | Failure =
      lib.heif_js_context_get_primary_image_handle(context)
    if ('code' in handle) throw failure(handle)
    try {
      const decoded: Decoded | Failure = lib.heif_js_decode_image2(
        handle,
        lib.heif_colorspace.heif_colorspace_RGB,
        lib.heif_chroma.heif_chroma_interleaved_RGBA,
      )
      if ('code' in decoded) throw failure(decoded)
      const pixels = readPixels(lib, decoded, colorSpace)
      lib.heif_image_release(decoded.image)
      return pixels
    } finally {
      lib.heif_image_handle_release(handle)
    }
  } finally {
    lib.heif_context_free(context)
  }
}

function readPixels(lib: MainModule, { channels }: Decoded, colorSpace: PredefinedColorSpace): ImageData {
  const channel = channels.find(({ id }) => id === lib.heif_channel.heif_channel_interleaved)
  if (!channel) throw new Error('libheif: no pixels')
  const { width, height, stride, data } = channel
  const pixels = new ImageData(width, height, { colorSpace })
  for (let row = 0; row < height; row++) {
    pixels.data.set(data.subarray(row * stride, row * stride + 4 * width), 4 * row * width)
  }
  return pixels
}

function failure({ code, message }: Failure): Error {
  return new Error(`libheif: ${typeof message === 'string' ? message : `error ${code.value}`}`)
}

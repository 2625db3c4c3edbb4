/**
 * A whole file, told of as it arrives.
 * @param onFraction 0..1; not called where the server does not say how long it is
 * @throws Error when it does not come
 */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  onFraction: (fraction: number) => void,
): Promise<Blob> {
  const response = await fetch(url, { signal })
  if (!response.ok || !response.body) throw new Error(`The file was answered with ${response.status}`)
  const length = Number(response.headers.get('content-length'))
  let arrived = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        arrived += chunk.byteLength
        if (length > 0) onFraction(Math.min(1, arrived / length))
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(counted).blob()
}

/**
 * [Note: XMP without a DOM]
 * Workers have no DOMParser, so the metadata library is handed this one: it keeps the packet's text, and the few
 * values wanted are found in it by name. Nothing of a stranger's XML is ever built into a document.
 */
export function xmpCapture(): { parser: { parseFromString(xml: string): never }; packets(): string } {
  const packets: string[] = []
  return {
    parser: {
      parseFromString(xml) {
        packets.push(xml)
        throw new Error('only the text is wanted')
      },
    },
    packets: () => packets.join('\n'),
  }
}

/** The value of a simple property such as `xmp:CreateDate`, written as an attribute or as an element. */
export function xmpValue(packet: string, name: string): string | undefined {
  const escaped = name.replace(/[^\w:]/g, '')
  const match = new RegExp(
    `\\b${escaped}\\s*=\\s*["']([^"'<]{1,64})["']|<${escaped}>\\s*([^<]{1,64})</`,
  ).exec(packet)
  return match?.[1] ?? match?.[2]
}

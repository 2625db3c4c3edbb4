/** Any value as readable text, whatever a damaged record holds: for a person, or for whoever helps them. */
export function quarantineText(value: unknown): string {
  const open: object[] = []
  function plain(this: unknown, _key: string, part: unknown): unknown {
    if (typeof part === 'bigint') return `${part}n`
    if (typeof part !== 'object' || part === null) return part
    // JSON asks for a part with what holds it as `this`: what is no longer held is closed.
    while (open.length > 0 && open.at(-1) !== this) open.pop()
    if (open.includes(part)) return '(itself)'
    if (part instanceof Blob) return { size: part.size, type: part.type }
    open.push(part)
    if (!(part instanceof Map || part instanceof Set)) return part
    const entries = [...part]
    open.push(entries)
    return entries
  }
  return JSON.stringify(value, plain, 2)
}

/** The mark of favicon.svg with the name beside it. */
export function Logo({ compact = false }: { compact?: boolean }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <img src="/favicon.svg" alt="" width={32} height={32} className="size-8" />
      <span className={compact ? 'sr-only' : 'font-display text-xl font-semibold tracking-tight'}>
        PhotoMemory
      </span>
    </span>
  )
}

const WORDS = {
  shown: 'font-display text-xl font-semibold tracking-tight',
  /** Beside the buttons of a phone's header there is room for the mark alone. */
  roomy: 'sr-only font-display text-xl font-semibold tracking-tight min-[30rem]:not-sr-only',
  spoken: 'sr-only',
}

/** The mark of favicon.svg with the name beside it: `shown`, shown where the window is `roomy`, or only `spoken`. */
export function Logo({ word = 'shown' }: { word?: keyof typeof WORDS }) {
  return (
    <span className="inline-flex items-center gap-2.5">
      <img src="/favicon.svg" alt="" width={32} height={32} className="size-8" />
      <span className={WORDS[word]}>PhotoMemory</span>
    </span>
  )
}

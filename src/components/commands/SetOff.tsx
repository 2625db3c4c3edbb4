import type { Match } from '@/lib/fuzzy'

/** A text with some of its characters set off: those that were typed to find it. */
export function SetOff({ text, ranges }: { text: string; ranges: Match['ranges'] }) {
  const parts: { text: string; isFound: boolean; at: number }[] = []
  let at = 0
  for (const [from, to] of ranges) {
    parts.push(
      { text: text.slice(at, from), isFound: false, at },
      { text: text.slice(from, to), isFound: true, at: from },
    )
    at = to
  }
  parts.push({ text: text.slice(at), isFound: false, at })
  return parts
    .filter((part) => part.text !== '')
    .map((part) =>
      part.isFound ? (
        <mark key={part.at} className="bg-transparent font-semibold text-accent">
          {part.text}
        </mark>
      ) : (
        <span key={part.at}>{part.text}</span>
      ),
    )
}

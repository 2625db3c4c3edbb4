/** White text on each is at least 4.5:1, on light and on dark pages alike. */
const COLORS = [
  '#9a3412',
  '#1d4ed8',
  '#047857',
  '#7e22ce',
  '#be123c',
  '#0f766e',
  '#854d0e',
  '#4338ca',
] as const

/** A person's colour: the same on every page and for everybody who looks. */
export function personColor(userId: string): string {
  let sum = 0
  for (const letter of userId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0
  return COLORS[sum % COLORS.length] ?? COLORS[0]
}

/** "Ada Lovelace" is AL, "ben" is B; nothing to take letters from is a question mark. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  const letters = ends.map((word) => [...(word ?? '')][0] ?? '').join('')
  return letters.toLocaleUpperCase() || '?'
}

const sizes = { small: 'size-6 text-[0.625rem]', medium: 'size-9 text-[0.8125rem]' } as const

type FaceProps = {
  userId: string
  name: string
  /** What a screen reader says; without it the face is decoration beside the name. */
  label?: string
  size?: keyof typeof sizes
  className?: string
}

/** A person as a round of their colour with their initials. */
export function Face({ userId, name, label, size = 'medium', className = '' }: FaceProps) {
  return (
    <span
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, title: label })}
      style={{ backgroundColor: personColor(userId) }}
      className={`grid shrink-0 place-items-center rounded-full font-semibold text-white select-none ${sizes[size]} ${className}`}
    >
      {initials(name)}
    </span>
  )
}

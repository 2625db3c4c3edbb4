import { initials, personColor } from './person'

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

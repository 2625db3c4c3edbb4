import { FacePicture } from './FacePicture'
import { initials, personColor } from './person'

const sizes = {
  small: 'size-6 text-2xs',
  medium: 'size-9 text-note',
  large: 'size-24 text-3xl',
} as const

type FaceProps = {
  userId: string
  name: string
  /** Where the person's picture is stored; null or left out: they have none. */
  avatarPath?: string | null
  /** What a screen reader says; without it the face is decoration beside the name. */
  label?: string
  size?: keyof typeof sizes
  className?: string
}

/** A person as a round of their colour with their initials, or with their picture. */
export function Face({ userId, name, avatarPath = null, label, size = 'medium', className = '' }: FaceProps) {
  return (
    <span
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label, title: label })}
      style={{ backgroundColor: personColor(userId) }}
      className={`relative grid shrink-0 place-items-center rounded-full font-semibold text-on-film select-none ${sizes[size]} ${className}`}
    >
      {initials(name)}
      {avatarPath !== null && <FacePicture path={avatarPath} />}
    </span>
  )
}

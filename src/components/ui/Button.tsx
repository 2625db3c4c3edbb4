import type { ComponentPropsWithRef, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router-dom'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const base =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none ' +
  'transition-[background-color,border-color,color,box-shadow,transform] duration-quick ease-calm active:translate-y-px ' +
  'disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55'
const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-accent-ink shadow-card hover:bg-accent-strong',
  secondary: 'border border-line bg-surface text-ink hover:border-line-strong hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'border border-line bg-surface text-danger hover:border-danger hover:bg-danger-soft',
}
const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm',
  medium: 'min-h-11 px-4 text-body',
  large: 'min-h-13 px-6 text-base',
}

type Look = { variant?: ButtonVariant; size?: ButtonSize }

/** The classes of a button, for elements that are not one (a file input's label, a download link). */
export const buttonClass = ({ variant = 'secondary', size = 'medium' }: Look = {}) =>
  `${base} ${variants[variant]} ${sizes[size]}`

type ButtonProps = ComponentPropsWithRef<'button'> & Look & { children: ReactNode }

/**
 * `type` is `button` unless said otherwise, so that none submits a form by accident.
 *
 * [Note: one press, one action] Buttons that make or end something hear the first click of a double click, and Enter once
 * however long it is held: the second would ask for the same again, or meet what has come in the button's place. Others,
 * such as undo, may be pressed as fast as one can.
 */
export function Button({
  variant,
  size,
  className = '',
  type = 'button',
  onClick,
  onKeyDown,
  ...rest
}: ButtonProps) {
  const look = buttonClass({ ...(variant && { variant }), ...(size && { size }) })
  const isOnce = variant === 'primary' || variant === 'danger'
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOnce && event.detail > 1) event.preventDefault()
    else onClick?.(event)
  }
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (isOnce && event.repeat && event.key === 'Enter') event.preventDefault()
    onKeyDown?.(event)
  }
  return (
    // oxlint-disable-next-line react/button-has-type -- the default above is one of the three
    <button type={type} className={`${look} ${className}`} onClick={click} onKeyDown={press} {...rest} />
  )
}

/** A link that looks like a button. */
export function ButtonLink({ variant, size, className = '', ...rest }: LinkProps & Look) {
  const look = buttonClass({ ...(variant && { variant }), ...(size && { size }) })
  return <Link className={`${look} ${className}`} {...rest} />
}

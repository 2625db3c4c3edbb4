import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Button, type ButtonVariant } from './Button'

function show(variant: ButtonVariant) {
  const pressed = vi.fn<() => void>()
  const submitted = vi.fn<(event: Event) => void>((event) => event.preventDefault())
  render(
    <form ref={(form) => form?.addEventListener('submit', submitted)}>
      <Button type="submit" variant={variant} onClick={pressed}>
        Make
      </Button>
    </form>,
  )
  return { button: screen.getByRole('button'), pressed, submitted }
}

test.each(['primary', 'danger'] as const)(
  'F50: a %s button hears the first click of a double click',
  (variant) => {
    const { button, pressed, submitted } = show(variant)
    fireEvent.click(button, { detail: 1 })
    fireEvent.click(button, { detail: 2 })
    expect(pressed).toHaveBeenCalledTimes(1)
    expect(submitted).toHaveBeenCalledTimes(1)
  },
)

test('F50: a primary button hears Enter once, however long it is held', () => {
  const { button } = show('primary')
  // fireEvent says whether the browser may do what it does: click the button.
  expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true)
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false)
  expect(fireEvent.keyDown(button, { key: 'Tab', repeat: true })).toBe(true)
})

test('others may be pressed as fast as one can', () => {
  const { button, pressed } = show('secondary')
  fireEvent.click(button, { detail: 1 })
  fireEvent.click(button, { detail: 2 })
  expect(pressed).toHaveBeenCalledTimes(2)
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(true)
})

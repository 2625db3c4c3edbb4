import { act, fireEvent, render, screen } from '@testing-library/react'
import { useRef, useState } from 'react'
import { expect, test } from 'vitest'
import { movedCaret, useSteadyCaret } from './useSteadyCaret'

test.each([
  ['a word is put before it', 'by the |sea', 'Summer by the |sea'],
  ['a word is put behind it', 'by the |sea', 'by the |sea in June'],
  ['the word before it is taken away', 'Summer by the |sea', 'by the |sea'],
  ['everything is replaced by less', 'by the sea|', 'Lake|'],
  ['everything is taken away', 'by the |sea', '|'],
])('a caret stays behind what it stood behind when %s', (_what, before, after) => {
  const [caret, expected] = [before.indexOf('|'), after.indexOf('|')]
  expect(movedCaret(caret, before.replace('|', ''), after.replace('|', ''))).toBe(expected)
})

function Field() {
  const [text, setText] = useState('by the sea')
  const input = useRef<HTMLInputElement>(null)
  const typed = useSteadyCaret(input, text)
  return (
    <>
      <input
        ref={input}
        value={text}
        onChange={({ target }) => {
          typed(target.value)
          setText(target.value)
        }}
      />
      <button onClick={() => setText(`Summer ${text}`)}>Somebody types</button>
    </>
  )
}

test('in a field that has the focus somebody else’s words do not carry the caret away, one’s own do', () => {
  render(<Field />)
  const input = screen.getByRole<HTMLInputElement>('textbox')
  const select = (at: number) => {
    input.setSelectionRange(at, at)
    fireEvent(document, new Event('selectionchange'))
  }
  act(() => input.focus())
  select('by'.length)
  fireEvent.click(screen.getByRole('button'))
  expect(input).toHaveValue('Summer by the sea')
  expect(input.selectionStart).toBe('Summer by'.length)
  fireEvent.change(input, { target: { value: 'Summer by the sea!' } })
  expect(input.selectionStart).toBe('Summer by the sea!'.length)
})

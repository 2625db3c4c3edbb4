import { afterEach, expect, test, vi } from 'vitest'
import { DraftError } from './errors'
import { log } from './log'
import { addPersonalSource } from './personalWords'

afterEach(() => vi.restoreAllMocks())

test.each(['info', 'warn'] as const)('nothing of %s in the console says who the person is', (level) => {
  const written = vi.spyOn(console, level).mockReturnValue()
  const forget = addPersonalSource(() => ({ title: 'Grandma in Bötzow' }))
  const cause = new Error('ada@example.com sent eyJhbGciOiJIUzI1NiJ9.e30.sig for “Grandma in Bötzow”')
  log[level]('Could not read beach day.jpg', new DraftError('unreadable', 'IMG 12.HEIC: torn', { cause }))
  forget()
  const said = written.mock.calls.flat().join('\n')
  expect(said).toContain('DraftError [unreadable]')
  expect(said).toContain('Error: <e-mail> sent <token>')
  expect(said).not.toMatch(/ada@|eyJ|Grandma|Bötzow|beach|IMG 12/)
})

test('what is not an error is told of by its kind alone', () => {
  const written = vi.spyOn(console, 'info').mockReturnValue()
  log.info('Nothing', { email: 'ada@example.com' })
  log.info('Just this')
  expect(written.mock.calls).toEqual([['Nothing', '[object Object]'], ['Just this']])
})

import { afterEach, beforeEach, vi, type MockInstance } from 'vitest'

// An unexpected console error is a failed test: nothing may go wrong silently.
let consoleError: MockInstance<typeof console.error>
beforeEach(() => {
  consoleError = vi.spyOn(console, 'error')
})
afterEach(() => {
  const calls = consoleError.mock.calls
  consoleError.mockRestore()
  if (calls.length > 0)
    throw new Error(`console.error was called: ${calls.map((call) => call.map(String).join(' ')).join('\n')}`)
})

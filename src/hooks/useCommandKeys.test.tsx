import { render, renderHook, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { availableCommands, useCommandsStore } from '@/stores/commands.store'
import { useShortcutsStore } from '@/stores/shortcuts.store'
import { useUiStore } from '@/stores/ui.store'
import { useCommandKeys } from './useCommandKeys'
import { useCommands, type CommandHandlers } from './useCommands'

const did = {
  goProjects: vi.fn<() => void>(),
  newProject: vi.fn<() => void>(),
  previewFilm: vi.fn<() => void>(),
  openPalette: vi.fn<() => void>(),
  undo: vi.fn<() => void>(),
}

beforeEach(() => {
  vi.useRealTimers()
  for (const spy of Object.values(did)) spy.mockClear()
  useShortcutsStore.getState().setSingleKeys(true)
})
const calls = () =>
  Object.entries(did)
    .filter(([, spy]) => spy.mock.calls.length > 0)
    .map(([id]) => id)

function open(children: React.ReactNode = null) {
  function Page() {
    useCommandKeys()
    useCommands(did)
    return children
  }
  render(<Page />)
  return userEvent.setup()
}

describe('keys', () => {
  test('of one press, of a sequence and with Ctrl give their commands', async () => {
    const user = open()
    await user.keyboard('c')
    expect(calls()).toEqual(['newProject'])
    await user.keyboard('gp')
    expect(calls()).toEqual(['goProjects', 'newProject'])
    await user.keyboard('{Control>}k{/Control}')
    expect(calls()).toEqual(['goProjects', 'newProject', 'openPalette'])
  })
  test('pressed while the code of a dialog is on its way are meant for it', async () => {
    const user = open()
    useUiStore.getState().openModal('palette', {})
    await user.keyboard('cgp')
    expect(calls()).toEqual([])
    useUiStore.getState().closeModal('palette')
    await user.keyboard('c')
    expect(calls()).toEqual(['newProject'])
  })
  test('of a sequence are not taken for a shortcut of their own', async () => {
    const user = open()
    await user.keyboard('gp')
    expect(did.previewFilm).not.toHaveBeenCalled()
    await user.keyboard('gc')
    expect(did.newProject).not.toHaveBeenCalled()
    await user.keyboard('p')
    expect(did.previewFilm).toHaveBeenCalledOnce()
  })
  test('of a sequence are forgotten after a while', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const user = open()
    await user.keyboard('g')
    vi.advanceTimersByTime(2_000)
    await user.keyboard('p')
    expect(calls()).toEqual(['previewFilm'])
  })
  test('that their place listens to itself are left to it', async () => {
    await open().keyboard('{Control>}z{/Control}')
    expect(calls()).toEqual([])
  })
})

describe('keys do nothing', () => {
  test.each([
    ['a field', <input key="i" />],
    ['a text', <textarea key="t" aria-label="Text" />],
    ['a choice', <select key="s" aria-label="Choice" />],
    // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props, jsx-a11y/prefer-tag-over-role -- as libraries make them
    ['a list searched by letters', <div key="l" role="listbox" tabIndex={0} />],
  ])('while one is in %s', async (_, field) => {
    const user = open(field)
    await user.tab()
    expect(document.body).not.toHaveFocus()
    await user.keyboard('cgp{Control>}k{/Control}')
    expect(calls()).toEqual([])
  })
  test('but on a box to tick they work', async () => {
    const user = open(<input type="checkbox" />)
    await user.tab()
    expect(screen.getByRole('checkbox')).toHaveFocus()
    await user.keyboard('c')
    expect(calls()).toEqual(['newProject'])
  })
  test('under a dialog', async () => {
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as libraries make them
    await open(<div role="dialog" aria-label="Over it" />).keyboard('cgp{Control>}k{/Control}')
    expect(calls()).toEqual([])
  })
  test('when something else has used them', async () => {
    const user = open(<button type="button" aria-label="Own" onKeyDown={(event) => event.preventDefault()} />)
    await user.tab()
    await user.keyboard('c')
    expect(calls()).toEqual([])
  })
  test('of single characters where they are switched off; those with Ctrl stay', async () => {
    useShortcutsStore.getState().setSingleKeys(false)
    await open().keyboard('cgp{Control>}k{/Control}')
    expect(calls()).toEqual(['openPalette'])
  })
})

describe('useCommands', () => {
  const available = () => availableCommands(useCommandsStore.getState().offers)
  const mount = (handlers: CommandHandlers) =>
    renderHook((props: CommandHandlers) => useCommands(props), { initialProps: handlers })

  test('offers what can be done now, as long as the component is there', () => {
    const { rerender, unmount } = mount({ newCut: () => undefined, shareProject: null })
    expect(available()).toEqual(['newCut'])
    rerender({ newCut: null, shareProject: () => undefined })
    expect(available()).toEqual(['shareProject'])
    unmount()
    expect(available()).toEqual([])
  })
  test('does what the newest render does, without offering it anew', async () => {
    const [before, after] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const user = open()
    const { rerender } = mount({ newCut: before })
    const { offers } = useCommandsStore.getState()
    rerender({ newCut: after })
    expect(useCommandsStore.getState().offers).toBe(offers)
    await user.keyboard('n')
    expect(before).not.toHaveBeenCalled()
    expect(after).toHaveBeenCalledOnce()
  })
  test('of two who do the same the later does it, and the earlier again when that has gone', async () => {
    const [page, panel] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const user = open()
    mount({ newCut: page })
    const { unmount } = mount({ newCut: panel })
    await user.keyboard('n')
    unmount()
    await user.keyboard('n')
    expect([page.mock.calls.length, panel.mock.calls.length]).toEqual([1, 1])
  })
})

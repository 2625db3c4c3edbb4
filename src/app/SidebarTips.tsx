import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { Tooltip, TooltipTriggerStateContext } from 'react-aria-components'

/** A pointer that rests this long on an icon wonders what it is, milliseconds. */
const WONDER_MS = 400

/**
 * The words of a narrow sidebar's icons, beside the one that has the pointer or the keyboard's focus. Its things carry
 * their words in `data-tip`. For the eye only: a screen reader has them as their names. Escape takes it away.
 */
export function SidebarTips({ within }: { within: RefObject<HTMLElement | null> }) {
  const anchor = useRef<HTMLElement | null>(null)
  const [tip, setTip] = useState<string | null>(null)
  useEffect(() => {
    const sidebar = within.current
    if (!sidebar) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const hide = () => {
      clearTimeout(timer)
      setTip(null)
    }
    const show = (element: HTMLElement) => {
      anchor.current = element
      setTip(element.dataset.tip ?? null)
    }
    const over = (event: PointerEvent) => {
      const element = tippedAt(event.target)
      if (event.pointerType === 'touch' || element === anchor.current) return
      hide()
      anchor.current = null
      // Who has just read one reads the next at once.
      if (element) timer = setTimeout(() => show(element), WONDER_MS)
    }
    const focused = (event: FocusEvent) => {
      const element = tippedAt(event.target)
      if (element?.matches(':focus-visible')) show(element)
    }
    const gone = () => {
      hide()
      anchor.current = null
    }
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && hide()
    sidebar.addEventListener('pointerover', over)
    sidebar.addEventListener('pointerleave', gone)
    sidebar.addEventListener('pointerdown', gone)
    sidebar.addEventListener('focusin', focused)
    sidebar.addEventListener('focusout', gone)
    document.addEventListener('keydown', pressed)
    const met = alreadyAt(sidebar)
    if (met) timer = setTimeout(() => show(met), WONDER_MS)
    return () => {
      clearTimeout(timer)
      sidebar.removeEventListener('pointerover', over)
      sidebar.removeEventListener('pointerleave', gone)
      sidebar.removeEventListener('pointerdown', gone)
      sidebar.removeEventListener('focusin', focused)
      sidebar.removeEventListener('focusout', gone)
      document.removeEventListener('keydown', pressed)
    }
  }, [within])
  // The tooltip asks its trigger; here all icons are one.
  const isOpen = tip !== null
  const trigger = useMemo(
    () => ({ isOpen, shouldSkipAnimation: false, open: () => undefined, close: () => setTip(null) }),
    [isOpen],
  )
  return (
    <TooltipTriggerStateContext value={trigger}>
      <Tooltip
        aria-hidden
        triggerRef={anchor}
        placement="right"
        offset={10}
        className="pointer-events-none rounded-small bg-ink px-2.5 py-1.5 text-sm text-paper shadow-lifted transition-opacity duration-quick data-entering:opacity-0"
      >
        {tip}
      </Tooltip>
    </TooltipTriggerStateContext>
  )
}

const tippedAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null

/** What a pointer rests on, or a key gave the focus to, before this code came. Whoever has just pressed it knows its words. */
const alreadyAt = (sidebar: HTMLElement) =>
  sidebar.querySelector<HTMLElement>(
    matchMedia('(hover: hover)').matches
      ? '[data-tip]:is(:focus-visible, :hover:not(:focus))'
      : '[data-tip]:focus-visible',
  )

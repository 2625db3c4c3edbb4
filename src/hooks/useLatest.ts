import { useLayoutEffect, useRef, type RefObject } from 'react'

/** The newest value, for functions that are made once. Not to be read while rendering. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  }, [value])
  return latest
}

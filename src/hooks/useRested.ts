import { useEffect, useState } from 'react'

/** The value as it is once it has not changed for so long; the first one at once. */
export function useRested<Value>(value: Value, milliseconds: number): Value {
  const [rested, setRested] = useState(() => value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(() => value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}

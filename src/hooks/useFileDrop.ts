import { useEffect, useState } from 'react'
import { droppedFiles } from './droppedFiles'

/**
 * Files dropped anywhere on the page, or pasted, go to `onFiles` (which must be stable). Returns whether files are over
 * the page right now. While `enabled` is false a drop is swallowed: it must not replace the page.
 */
export function useFileDrop(
  enabled: boolean,
  onFiles: (files: readonly File[] | Promise<readonly File[]>) => void,
): boolean {
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    // Enter and leave come once per element that is crossed.
    let depth = 0
    const over = (event: DragEvent) => {
      if (carriesFiles(event.dataTransfer)) event.preventDefault()
    }
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      depth += 1
      setIsOver(enabled)
    }
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      depth = Math.max(depth - 1, 0)
      if (depth === 0) setIsOver(false)
    }
    const drop = (event: DragEvent) => {
      depth = 0
      setIsOver(false)
      if (!event.dataTransfer || !carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      if (enabled) onFiles(droppedFiles(event.dataTransfer))
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0 || !enabled) return
      event.preventDefault()
      onFiles(files)
    }
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('dragover', over, { signal })
    window.addEventListener('dragenter', enter, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('drop', drop, { signal })
    window.addEventListener('paste', paste, { signal })
    return () => listening.abort()
  }, [enabled, onFiles])
  return isOver
}

const carriesFiles = (data: DataTransfer | null) => data?.types.includes('Files') ?? false

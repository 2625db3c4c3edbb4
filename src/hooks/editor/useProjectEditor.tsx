import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { onLastWords } from '@/lib/lastWords'
import { createEditorStore, type EditorState, type EditorStore } from '@/stores/editor.store'
import { createHistorySteps, type HistorySteps } from './historySteps'
import { createPhotoEdits, type PhotoEdits } from './photoEdits'
import { createTextSaver, type TextSaver } from './textSaver'
import { createTransport, type Transport } from './transport'
import { useEditorPorts, type EditorPorts } from './useEditorPorts'

export type ProjectEditor = {
  userId: string
  projectId: string
  /** False for a viewer: everything is shown, nothing can be changed. */
  mayEdit: boolean
  store: EditorStore
  texts: TextSaver
  photos: PhotoEdits
  steps: HistorySteps
  transport: Transport
  /** Everything on screen is on its way; resolves when it has arrived or failed. */
  flush: () => Promise<void>
}

const Context = createContext<ProjectEditor | null>(null)

type EditorScopeProps = { userId: string; projectId: string; mayEdit: boolean; children: ReactNode }

/** The editor of one open project: its own store, its own undo. Everything below edits this project. */
export function EditorScope({ userId, projectId, mayEdit, children }: EditorScopeProps) {
  const ports = useEditorPorts(userId, projectId)
  const [desk] = useState(() => makeDesk(ports))
  const [editor, setEditor] = useState<ProjectEditor>(() => ({ ...desk, userId, projectId, mayEdit }))
  if (editor.mayEdit !== mayEdit) setEditor({ ...editor, mayEdit })
  useEffect(() => keepSafe(desk.flush, desk.store), [desk])
  return <Context value={editor}>{children}</Context>
}

function makeDesk(ports: EditorPorts) {
  const store = createEditorStore()
  const texts = createTextSaver(store, ports)
  const photos = createPhotoEdits(store, ports)
  const steps = createHistorySteps(store, { texts, photos, read: ports.read, overtaken: ports.overtaken })
  const flush = async () => {
    await Promise.all([texts.flush(), photos.flush()])
  }
  return { store, texts, photos, steps, flush, transport: createTransport() }
}

/**
 * Whoever leaves the page, hides it, or sees it break has saved what they typed. When the browser closes while
 * something is still unsaved, it asks first.
 */
function keepSafe(flush: () => Promise<void>, store: EditorStore): () => void {
  const save = () => void flush()
  const hidden = () => {
    if (document.visibilityState === 'hidden') save()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    save()
    if (saveStatus(store.getState()) !== 'saved') event.preventDefault()
  }
  addEventListener('pagehide', save)
  addEventListener('beforeunload', leaving)
  document.addEventListener('visibilitychange', hidden)
  const forget = onLastWords(flush)
  return () => {
    removeEventListener('pagehide', save)
    removeEventListener('beforeunload', leaving)
    document.removeEventListener('visibilitychange', hidden)
    forget()
    save()
  }
}

/** @throws Error outside of an EditorScope */
export function useProjectEditor(): ProjectEditor {
  const editor = useContext(Context)
  if (!editor) throw new Error('Used outside of an EditorScope')
  return editor
}

export function useEditorState<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useProjectEditor().store, select)
}

export type EditsStatus = 'saved' | 'saving' | 'failed'

/** Whether the server has everything that is on screen. */
export function saveStatus({ unsaved, requests, removedIds }: EditorState): EditsStatus {
  const phases = [...unsaved.values()].map(({ phase }) => phase)
  if (phases.includes('failed') || phases.includes('invalid')) return 'failed'
  return phases.length + requests + removedIds.length > 0 ? 'saving' : 'saved'
}

import { expect, test } from 'vitest'

const sources = import.meta.glob<string>(['/src/**/*.{ts,tsx}', '!/src/**/*.test.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

test.each([
  'useProjectForm',
  'usePhotoManager',
  'useGenerationQueue',
  'useNotifications',
  'useModal',
  'useRealtimeSync',
  'useAutoSave',
  'useVideoStore',
  'useUiStore',
  'useAuthStore',
])('%s is defined in one place', (name) => {
  const definition = new RegExp(`(function|const|let|var) ${name}\\b`)
  const places = Object.entries(sources).filter(([, text]) => definition.test(text))
  expect(places.map(([path]) => path)).toHaveLength(1)
})

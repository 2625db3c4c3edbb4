import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router-dom'
import { useLanguage } from '@/hooks/useLanguage'

/** The same routes, whose pages are drawn anew when the language changes. See: [Note: one language for the whole page] */
export function speaking(routes: readonly RouteObject[]): RouteObject[] {
  return routes.map((route) => {
    const { lazy } = route
    const spoken =
      typeof lazy === 'function'
        ? {
            lazy: async () => {
              const loaded = await lazy()
              return loaded.Component ? { ...loaded, Component: inWords(loaded.Component) } : loaded
            },
          }
        : {}
    if (route.index) return { ...route, ...spoken }
    return { ...route, ...spoken, ...(route.children && { children: speaking(route.children) }) }
  })
}

const inWords = (Page: ComponentType) =>
  function InWords() {
    useLanguage()
    return <Page />
  }

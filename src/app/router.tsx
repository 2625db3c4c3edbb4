import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { route } from '@/lib/paths'
import { Root, Splash } from './Root'
import { RouteFailure } from './RouteFailure'
import { SignedInOnly, SignedOutOnly } from './guards'
import { landEmailLink } from './landEmailLink'
import { keepModalsInHistory } from './modalHistory'
import type { rarePages } from './rarePages'

/** See: [Note: rare pages] */
const rare = (name: keyof typeof rarePages) => async () => ({
  Component: await (await import('./rarePages')).rarePages[name](),
})

/** Every page is a chunk of its own; what a signed-out visitor never sees is not in the first download. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <RouteFailure />,
    hydrateFallbackElement: <Splash />,
    children: [
      {
        element: <SignedOutOnly />,
        children: [
          {
            path: route.home,
            lazy: async () => ({ Component: (await import('@/pages/HomePage')).HomePage }),
          },
          {
            path: route.signIn,
            lazy: async () => ({ Component: (await import('@/pages/SignInPage')).SignInPage }),
          },
          {
            path: route.signUp,
            lazy: async () => ({ Component: (await import('@/pages/SignUpPage')).SignUpPage }),
          },
        ],
      },
      {
        path: route.forgotPassword,
        lazy: async () => ({
          Component: (await import('@/pages/ForgotPasswordPage')).ForgotPasswordPage,
        }),
      },
      {
        path: route.newPassword,
        lazy: rare('newPassword'),
      },
      {
        path: route.linkProblem,
        lazy: rare('linkProblem'),
      },
      {
        path: route.sharedFilm,
        lazy: rare('sharedFilm'),
      },
      {
        element: <SignedInOnly />,
        children: [
          {
            lazy: rare('nodeShell'),
            children: [{ path: route.renderNode, lazy: rare('renderNode') }],
          },
          {
            lazy: async () => ({ Component: (await import('./AppShell')).AppShell }),
            children: [
              {
                errorElement: <RouteFailure />,
                children: [
                  {
                    path: route.projects,
                    lazy: async () => ({ Component: (await import('@/pages/ProjectsPage')).ProjectsPage }),
                  },
                  {
                    path: route.newProject,
                    lazy: async () => ({
                      Component: (await import('@/pages/NewProjectPage')).NewProjectPage,
                    }),
                  },
                  {
                    path: route.project,
                    lazy: async () => ({ Component: (await import('@/pages/ProjectPage')).ProjectPage }),
                  },
                  {
                    path: route.media,
                    lazy: async () => ({ Component: (await import('@/pages/MediaPage')).MediaPage }),
                  },
                  {
                    path: route.queue,
                    lazy: async () => ({ Component: (await import('@/pages/QueuePage')).QueuePage }),
                  },
                  {
                    path: route.settings,
                    lazy: async () => ({ Component: (await import('@/pages/SettingsPage')).SettingsPage }),
                  },
                  {
                    path: route.billing,
                    lazy: async () => ({ Component: (await import('@/pages/BillingPage')).BillingPage }),
                  },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', lazy: rare('notFound') },
    ],
  },
]

landEmailLink()
export const { router } = keepModalsInHistory(() => createBrowserRouter(routes))

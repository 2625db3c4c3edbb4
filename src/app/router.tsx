import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { route } from '@/lib/paths'
import type { furtherPages } from './furtherPages'
import { Root, Splash } from './Root'
import { RouteFailure } from './RouteFailure'
import { SignedInOnly, SignedOutOnly } from './guards'
import { landEmailLink } from './landEmailLink'
import { keepModalsInHistory } from './modalHistory'
import { speaking } from './speaking'

/** See: [Note: further pages] */
const further = (name: keyof typeof furtherPages) => async () => ({
  Component: await (await import('./furtherPages')).furtherPages[name](),
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
        lazy: further('newPassword'),
      },
      {
        path: route.linkProblem,
        lazy: further('linkProblem'),
      },
      {
        path: route.sharedFilm,
        lazy: further('sharedFilm'),
      },
      {
        element: <SignedInOnly />,
        children: [
          {
            lazy: further('nodeShell'),
            children: [{ path: route.renderNode, lazy: further('renderNode') }],
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
                    lazy: further('newProject'),
                  },
                  {
                    path: route.project,
                    lazy: further('project'),
                  },
                  {
                    path: route.media,
                    lazy: further('media'),
                  },
                  {
                    path: route.queue,
                    lazy: further('queue'),
                  },
                  {
                    path: route.settings,
                    lazy: further('settings'),
                  },
                  {
                    path: route.billing,
                    lazy: further('billing'),
                  },
                ],
              },
            ],
          },
        ],
      },
      { path: '*', lazy: further('notFound') },
    ],
  },
]

landEmailLink()
export const { router } = keepModalsInHistory(() => createBrowserRouter(speaking(routes)))

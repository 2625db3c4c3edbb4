import { createBrowserRouter, type RouteObject } from 'react-router-dom'
import { route } from '@/lib/paths'
import { Root, Splash } from './Root'
import { RouteFailure } from './RouteFailure'
import { SignedInOnly, SignedOutOnly } from './guards'
import { landEmailLink } from './landEmailLink'
import { keepModalsInHistory } from './modalHistory'

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
        lazy: async () => ({ Component: (await import('@/pages/NewPasswordPage')).NewPasswordPage }),
      },
      {
        path: route.linkProblem,
        lazy: async () => ({ Component: (await import('@/pages/LinkProblemPage')).LinkProblemPage }),
      },
      {
        path: route.sharedFilm,
        lazy: async () => ({ Component: (await import('@/pages/SharedFilmPage')).SharedFilmPage }),
      },
      {
        element: <SignedInOnly />,
        children: [
          {
            lazy: async () => ({ Component: (await import('./NodeShell')).NodeShell }),
            children: [
              {
                path: route.renderNode,
                lazy: async () => ({
                  Component: (await import('@/pages/RenderNodePage')).RenderNodePage,
                }),
              },
            ],
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
      { path: '*', lazy: async () => ({ Component: (await import('@/pages/NotFoundPage')).NotFoundPage }) },
    ],
  },
]

landEmailLink()
export const { router } = keepModalsInHistory(() => createBrowserRouter(routes))

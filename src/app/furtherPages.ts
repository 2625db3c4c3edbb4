/**
 * [Note: further pages] Every page that the router names costs the first download the names of all its chunks,
 * kilobytes by now. So the router itself names where people arrive; pages that one comes to from there are named
 * here: one more small file, once, and nothing for whoever signs in. The same functions fetch a page ahead
 * (src/app/pagesAhead.ts).
 */
export const furtherPages = {
  newPassword: async () => (await import('@/pages/NewPasswordPage')).NewPasswordPage,
  linkProblem: async () => (await import('@/pages/LinkProblemPage')).LinkProblemPage,
  sharedFilm: async () => (await import('@/pages/SharedFilmPage')).SharedFilmPage,
  nodeShell: async () => (await import('./NodeShell')).NodeShell,
  renderNode: async () => (await import('@/pages/RenderNodePage')).RenderNodePage,
  projects: async () => (await import('@/pages/ProjectsPage')).ProjectsPage,
  newProject: async () => (await import('@/pages/NewProjectPage')).NewProjectPage,
  project: async () => (await import('@/pages/ProjectPage')).ProjectPage,
  media: async () => (await import('@/pages/MediaPage')).MediaPage,
  queue: async () => (await import('@/pages/QueuePage')).QueuePage,
  settings: async () => (await import('@/pages/SettingsPage')).SettingsPage,
  billing: async () => (await import('@/pages/BillingPage')).BillingPage,
  notFound: async () => (await import('@/pages/NotFoundPage')).NotFoundPage,
} as const

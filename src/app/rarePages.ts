/**
 * [Note: rare pages] Every page that the router names costs the first download the names of all its chunks. Pages that
 * are seldom opened, and then by a link, are named here instead: one more small file for whoever opens one, nothing for
 * everybody else.
 */
export const rarePages = {
  linkProblem: async () => (await import('@/pages/LinkProblemPage')).LinkProblemPage,
  newPassword: async () => (await import('@/pages/NewPasswordPage')).NewPasswordPage,
  sharedFilm: async () => (await import('@/pages/SharedFilmPage')).SharedFilmPage,
  nodeShell: async () => (await import('./NodeShell')).NodeShell,
  renderNode: async () => (await import('@/pages/RenderNodePage')).RenderNodePage,
  notFound: async () => (await import('@/pages/NotFoundPage')).NotFoundPage,
} as const

/**
 * Every URL of the app. `route` is the pattern the router knows; the functions make a link to one place.
 * [Note: paths live in lib] Pages and components link to each other, and the rooms import downwards only, so the
 * URLs stand below all of them.
 */
export const route = {
  home: '/',
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  newPassword: '/new-password',
  linkProblem: '/link-problem',
  projects: '/projects',
  newProject: '/projects/new',
  project: '/projects/:projectId',
  media: '/media',
  queue: '/queue',
  renderNode: '/render-node',
  sharedFilm: '/s/:token',
  settings: '/settings',
  billing: '/billing',
} as const

export const paths = {
  home: route.home,
  signUp: route.signUp,
  forgotPassword: route.forgotPassword,
  /** Where the link for a new password leads. */
  newPassword: route.newPassword,
  /** Where a link from an e-mail leads that does not work any more. */
  linkProblem: route.linkProblem,
  projects: route.projects,
  newProject: route.newProject,
  /** The draft page, which fills itself with the painted sample photos. */
  newProjectWithSamples: `${route.newProject}?samples=1`,
  media: route.media,
  queue: route.queue,
  /** A window that only makes films, on any computer of the person. */
  renderNode: route.renderNode,
  settings: route.settings,
  notificationSettings: `${route.settings}#notifications`,
  billing: route.billing,
  project: (projectId: string) => `/projects/${encodeURIComponent(projectId)}`,
  /** One film for whoever has the link; see [Note: share links] in supabase/migrations. */
  sharedFilm: (token: string) => `/s/${encodeURIComponent(token)}`,
  /** The sign-in form; `next` is where the person wanted to go. */
  signIn: (next?: string) =>
    next === undefined || next === route.home
      ? route.signIn
      : `${route.signIn}?next=${encodeURIComponent(next)}`,
} as const

/**
 * Where to go after signing in. Only a path of this app is accepted: an address such as `//evil.example` in a link
 * somebody was sent must not lead away.
 */
export function returnPath(next: string | null): string {
  if (next === null || !/^\/(?![/\\])/.test(next)) return route.projects
  const url = new URL(next, location.origin)
  return url.origin === location.origin ? url.pathname + url.search + url.hash : route.projects
}

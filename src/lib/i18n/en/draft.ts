/** The page where a film begins: form, photos, autosave. */
export const draft = {
  pageTitle: 'New project',
} as const

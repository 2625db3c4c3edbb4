/** The page behind a link, for people without an account. */
export const sharedFilm = {
  sharedFilm: {
    loading: 'Opening the film',
    pageTitle: 'Shared film',
    player: 'Film “{{title}}”',
    facts: '{{length}} · can be watched until {{date}}',
    until: 'Can be watched until {{date}}',
    download: 'Download',
    failed: 'The film could not be played here.',
    gone: 'This film is not here',
    goneText: 'The link may have ended, or been mistyped. Ask whoever sent it for a new one.',
    unreachable: 'The film could not be opened',
    unreachableText: 'Look at your connection, then try again.',
    madeWith: 'Made with PhotoMemory: your photos, as a film worth keeping.',
    makeOne: 'Make your own',
  },
} as const

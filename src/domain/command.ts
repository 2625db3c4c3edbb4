/**
 * Where a command can be given. `everywhere` is every page of a signed-in person; `timeline` is the film's strip on a
 * project's page, which hears its keys while it has the focus.
 */
export const COMMAND_PLACES = [
  'everywhere',
  'projects',
  'draft',
  'project',
  'timeline',
  'media',
  'queue',
] as const
export type CommandPlace = (typeof COMMAND_PLACES)[number]

type CommandFacts = {
  places: readonly CommandPlace[]
  /** Ways to give it by keys, in the notation of src/lib/shortcut.ts. */
  keys?: readonly string[]
  /** The place listens to these keys itself, for example only while its timeline has the focus. */
  own?: true
}

/**
 * Everything that can be done by name, and its keys.
 *
 * [Note: one list of commands] Menus' shortcuts, the sheet of shortcuts and the palette all read this. A new command needs an
 * entry here, its words (`do_…` and `also_…` in src/lib/i18n/en/commands.ts), and somebody who does it: `useCommands`, in the
 * component that has the button for it. Nothing here says how something is done, so that a command and its button are
 * the same function. Letters are chosen so that none of two places that can be on screen together has two meanings; a test
 * keeps it so.
 */
export const COMMANDS = {
  openPalette: { places: ['everywhere'], keys: ['mod+k'] },
  showShortcuts: { places: ['everywhere'], keys: ['?'] },
  search: { places: ['everywhere'], keys: ['/'] },
  newProject: { places: ['everywhere'], keys: ['c'] },
  trySamples: { places: ['everywhere'] },
  goProjects: { places: ['everywhere'], keys: ['g p'] },
  goMedia: { places: ['everywhere'], keys: ['g m'] },
  goQueue: { places: ['everywhere'], keys: ['g q'] },
  goSettings: { places: ['everywhere'], keys: ['g s'] },
  goBilling: { places: ['everywhere'], keys: ['g b'] },
  openNotices: { places: ['everywhere'], keys: ['g n'] },
  markAllRead: { places: ['everywhere'] },
  notificationSettings: { places: ['everywhere'] },
  toggleSidebar: { places: ['everywhere'], keys: ['['] },
  themeLight: { places: ['everywhere'] },
  themeDark: { places: ['everywhere'] },
  themeSystem: { places: ['everywhere'] },
  exportAccount: { places: ['everywhere'] },
  deleteAccount: { places: ['everywhere'] },
  installApp: { places: ['everywhere'] },
  signOut: { places: ['everywhere'] },
  readMessages: { places: ['everywhere'], keys: ['f8'], own: true },

  addPhotos: { places: ['draft'], keys: ['a'] },
  addSamples: { places: ['draft'] },
  sortPhotos: { places: ['draft'] },
  styleClassic: { places: ['draft'] },
  styleModern: { places: ['draft'] },
  styleCinematic: { places: ['draft'] },
  styleVintage: { places: ['draft'] },
  createVideo: { places: ['draft'], keys: ['v'] },
  startOver: { places: ['draft'] },

  previewFilm: { places: ['draft', 'project'], keys: ['p'] },
  undo: { places: ['draft', 'project'], keys: ['mod+z'], own: true },
  redo: { places: ['draft', 'project'], keys: ['mod+shift+z'], own: true },

  generateVideo: { places: ['project'], keys: ['v'] },
  newCut: { places: ['project'], keys: ['n'] },
  shareProject: { places: ['project'], keys: ['s'] },
  downloadFilm: { places: ['project'], keys: ['d'] },
  cancelFilm: { places: ['project'] },
  retryFilm: { places: ['project'] },
  deleteProject: { places: ['project'] },

  playPause: { places: ['timeline'], keys: ['space'], own: true },
  shuttle: { places: ['timeline'], keys: ['j', 'k', 'l'], own: true },
  stepPlayhead: { places: ['timeline'], keys: ['arrowleft', 'arrowright'], own: true },
  stepSecond: { places: ['timeline'], keys: ['shift+arrowleft', 'shift+arrowright'], own: true },
  stepPhoto: { places: ['timeline'], keys: ['pageup', 'pagedown'], own: true },
  chooseShot: { places: ['timeline'], keys: ['enter'], own: true },
  trimShot: { places: ['timeline'], keys: [',', '.'], own: true },
  shotEarlier: { places: ['timeline'] },
  shotLater: { places: ['timeline'] },
  insertCard: { places: ['timeline'], keys: ['t'], own: true },
  takeOutShot: { places: ['timeline'], keys: ['delete'], own: true },
  zoomTimeline: { places: ['timeline'], keys: ['+', '-'], own: true },

  walkProjects: { places: ['projects'], keys: ['arrowleft', 'arrowright'], own: true },
  renameInList: { places: ['projects'], keys: ['f2'], own: true },
  deleteInList: { places: ['projects'], keys: ['delete'], own: true },
  viewGrid: { places: ['projects'] },
  viewList: { places: ['projects'] },
  sortNewest: { places: ['projects'] },
  sortOldest: { places: ['projects'] },
  sortChanged: { places: ['projects'] },
  sortTitle: { places: ['projects'] },
  showAll: { places: ['projects', 'media'] },

  walkPhotos: { places: ['media'], keys: ['arrowleft', 'arrowright'], own: true },
  openPhoto: { places: ['media'], keys: ['enter'], own: true },
  choosePhoto: { places: ['media'], keys: ['space'], own: true },
  chooseAlong: { places: ['media'], keys: ['shift+arrowleft', 'shift+arrowright'], own: true },
  chooseAll: { places: ['media'], keys: ['mod+a'], own: true },
  chooseNone: { places: ['media'], keys: ['escape'], own: true },
  chooseDuplicates: { places: ['media'] },
  addChosen: { places: ['media'] },
  deleteChosen: { places: ['media'], keys: ['delete'], own: true },
  byMonth: { places: ['media'] },
  byPlace: { places: ['media'] },

  pauseHere: { places: ['queue'] },
  resumeHere: { places: ['queue'] },
  asRenderNode: { places: ['queue'] },
} as const satisfies Record<string, CommandFacts>

export type CommandId = keyof typeof COMMANDS

// Keys of an object literal come back as strings; this one has no others.
export const COMMAND_IDS = Object.keys(COMMANDS) as CommandId[]

/** What is known of a command, with everything optional spelled out. */
export const commandFacts = (id: CommandId): CommandFacts => COMMANDS[id]

/** In the settings: a copy of everything, the person's own music, and the end of an account. */
export const accountData = {
  title: 'Your data',
  lead: 'Take everything with you: your photos, films and music as they are, and one file with all the rest, such as projects and captions.',
  collect: 'Get a copy of everything',
  looking: 'Looking for what there is …',
  waiting: 'Another tab is collecting your data. This one waits until it has finished.',
  collecting: 'Collecting your data',
  collected: '{{done}} of {{files}} files · {{size}} of {{all}}',
  collectingLead:
    'You can look at other pages meanwhile. If you close this tab, it goes on from here next time.',
  collectingNotKept:
    'This browser keeps nothing when the page is closed (a private window?), so leave it open until you have saved the file.',
  stop: 'Stop',
  goOn: 'Go on',
  discard: 'Throw away what was collected',
  stopped: 'Stopped. What is here already is not fetched again.',
  stoppedNotKept: 'Stopped. What is here already is not fetched again, as long as this page is open.',
  keptEarlier: 'You have begun before. What is here already is not fetched again.',
  needsRoom: '{{reason}} About {{size}} is needed.',
  ready: 'Your copy is ready: one ZIP file of {{size}}.',
  missing_one: '{{count}} file could not be fetched: it was deleted meanwhile, or storage has lost it.',
  missing_other:
    '{{count}} files could not be fetched: they were deleted meanwhile, or storage has lost them.',
  save: 'Save the ZIP file',
  afterSaving: 'When it is saved, remove the copy that this browser keeps.',
  removeCopy: 'Remove the copy',

  music: 'Your music',
  musicLead: 'Tracks that you have added to films. They count towards your storage, like photos and films.',
  musicNone: 'None yet. When you add a music file to a film, it is kept here.',
  musicFacts: '{{duration}} · {{size}}',
  musicRemove: 'Delete {{name}}',
  musicRemoved: '“{{name}}” was deleted. Films that use it get composed music when they are made again.',

  deleteTitle: 'Delete account',
  deleteLead:
    'Deletes all your photos, films, music and projects, also for the people you share them with, and then the account itself.',
  delete: 'Delete account',
  deleteQuestion: 'Delete your account?',
  deleteText:
    'Everything is deleted: photos, films, music and projects, also those you share. Nobody can bring any of it back. If you may want something of it later, get a copy of everything first.',
  yourEmail: 'Your email',
  typeEmail: 'To confirm, type {{email}}',
  emailDiffers: 'This is not the email of this account: {{email}}',
  deleteNow: 'Delete everything',
  deleting: 'Deleting …',

  closingTitle: 'Your account is being deleted',
  closingText:
    'If something interrupts it, it goes on by itself as soon as you sign in again, on any device.',
  closingProgress: 'Deleting your files',
  closingFiles: '{{done}} of {{files}} files deleted',
  closingOffline: 'No connection. It goes on as soon as there is one.',
  closingStop: 'Stop and keep what is left',
  closingKeeping: 'Stopping …',
  closingAgain: 'Go on deleting',
  kept: 'Your account stays. What was deleted before you stopped is gone.',
  deleted: 'Your account and everything in it have been deleted.',
} as const

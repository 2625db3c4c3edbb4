/** The bell, its list, and what is announced over the page or by the system. */
export const notices = {
  title: 'Notifications',
  bell: 'Notifications, {{count}} unread',
  unread_one: '{{count}} unread',
  unread_other: '{{count}} unread',
  markAllRead: 'Mark all as read',
  markRead: 'Mark as read',
  dismiss: 'Dismiss',
  isUnread: 'Unread',
  older: 'Show older',
  settings: 'Notification settings',
  emptyTitle: 'All quiet',
  emptyText: 'When a film is ready or somebody shares a project with you, you will find it here.',
  many: '{{count}} new notifications. You find them at the bell.',

  // What happened
  untitled: 'Untitled',
  somebody: 'Somebody',
  video_completed: 'Your film “{{title}}” is ready',
  video_failed: '“{{title}}” could not be made',
  project_invited: '{{person}} invites you to “{{title}}”',
  invited_editor: 'You could change its photos and texts.',
  invited_viewer: 'You could look at it and watch its films.',
  invitation_accepted: '{{person}} has joined “{{title}}”',
  member_left: '{{person}} has left “{{title}}”',
  membership_ended: '“{{title}}” is no longer shared with you',
  role_editor: 'You can now edit “{{title}}”',
  role_viewer: 'You can now look at “{{title}}”, but no longer edit it',
  other: 'Something new has happened',
  otherDetail: 'This page is older than the news: reload it.',

  // Where it leads
  watch: 'Watch it',
  look: 'Look at it',
  answer: 'Answer',
  open: 'Open',

  // Notifications of the system
  system: 'Notifications outside this page',
  systemText: 'When a film is done and you are looking elsewhere, your system shows a notification.',
  systemOn: 'This is how you will hear of it',
  systemOnBody: 'When a film is done and you are looking elsewhere.',
  systemUnsupported: 'This browser cannot show notifications for this page.',
  systemBlocked:
    'Your browser blocks notifications of this page. To allow them, open the site settings beside the address, set Notifications to Allow, then come back.',
  systemUnanswered: 'The browser’s question was left unanswered. Switch it on again to be asked once more.',
} as const

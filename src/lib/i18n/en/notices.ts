/** The bell, its list, and what is announced over the page or by the system. */
export const notices = {
  title: 'Notifications',
  bell_zero: 'Notifications',
  bell_one: 'Notifications, {{count}} unread',
  bell_other: 'Notifications, {{count}} unread',
} as const

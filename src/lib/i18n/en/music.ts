/** What a film sounds like. */
export const music = {
  label: 'Music',
  none: 'No music',
  auto: 'To match the style',
  warm: 'Warm',
  tender: 'Tender',
  bright: 'Bright',
  bold: 'Bold',
  wide: 'Wide',
  hushed: 'Hushed',
  wistful: 'Wistful',
  carefree: 'Carefree',
  track: 'Your own track',
  choose: 'Choose a music file…',
  another: 'Choose another music file…',
  reading: 'Listening to it…',
} as const

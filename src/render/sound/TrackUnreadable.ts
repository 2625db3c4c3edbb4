/** The person's own track cannot be decoded by this browser, or is no sound at all. */
export class TrackUnreadable extends Error {
  override readonly name = 'TrackUnreadable'
}

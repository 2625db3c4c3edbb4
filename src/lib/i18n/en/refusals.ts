/** More of `errors.ts`, for codes that only signed-in people meet: one sentence or two each. */
export const refusals = {
  // The database's refusals
  no_photos: 'Add at least one photo first.',
  monthly_quota: 'You have used all films of this month. A larger plan gives you more.',
  storage_quota: 'Your storage is full. Delete projects whose films you no longer need.',
  too_many_active: 'Enough films are being made already. Wait for one to finish.',
  no_such_track: 'This music is not here any more. Choose another.',
  already_running: 'This film is already being made.',
  lease_lost: 'Another tab or device has taken over this film.',
  bad_email: 'This email address does not look right. Check it for typing errors.',
  own_email: 'This is your own address. You already have this project.',
  already_member: 'This person already belongs to the project.',
  too_many_members: 'Fifty people are as many as a project can have.',
  too_many_invitations:
    'Too many of your invitations wait for an answer. Take one back, or wait until some are answered.',
  invitation_gone: 'This invitation is no longer open. Ask for a new one.',
  stale_rev: 'Somebody changed this in the meantime. Reload to see the newest version.',
  photo_limit: 'These are more photos than your plan allows in one film.',
  duration_limit: 'This film is longer than your plan allows.',
  request_key_used: 'This film was already asked for. Reload the page.',
  terminal_state: 'This film is already finished.',
  illegal_transition: 'This film is already finished.',
  worker_lost: 'The tab making this film was closed too often. Try again and keep it open.',
  too_many_handovers: 'The tab making this film was closed too often. Try again and keep it open.',
  sign_in: 'You have been signed out. Please sign in again.',
  account_gone: 'This account has been deleted.',
  account_closing:
    'This account is being deleted, so nothing new is made or stored. Reload the page to stop the deletion.',
  account_kept: 'This account stays: somebody has stopped its deletion.',

  // Files on their way to storage
  no_such_upload: 'The uploaded file did not arrive. Please try again.',
  too_many_uploads: 'Too many uploads at once. Wait a few minutes, then try again.',
  larger_than_reserved: 'The file changed while it was uploaded. Please try again.',
  unsupported_type: 'This kind of file cannot be kept.',
  bad_size: 'This file is too large to be kept.',
  timeout: 'The connection is too slow at the moment. Please try again.',
  gone: 'The upload took too long. Please try again.',
  files_remain: 'Some files could not be deleted. Please try again.',

  // What the page should never ask for: most likely it is older than the server.
  already_registered: 'This photo is already in your library.',
  bad_request: 'The server did not understand this page. Reload it and try again.',
  foreign_path: 'The server did not understand this page. Reload it and try again.',
  immutable: 'This cannot be changed any more. Reload the page.',

  // The render engine
  unsupported_codec: 'This browser cannot encode video. Use a recent Chrome, Edge, Firefox or Safari.',
  encoder_failed: 'The video encoder stopped. Close other heavy tabs and try again.',
  photo_unreadable: 'A photo of this film could not be read.',
  track_unreadable: 'The music file of this film could not be played here. Choose another one.',
  storage_full: 'This device has no space left. Free some and try again.',
  worker_crashed: 'Making the film stopped unexpectedly, perhaps for lack of memory. Try again.',

  // Files of a draft
  not_a_photo: 'This file is not a photo we can read.',
  not_a_track: 'This file is no music we can read. Try an MP3, M4A, WAV, OGG or FLAC file.',
  not_heard: 'This music could not be listened to just now. Check your connection and choose it again.',
  empty_file: 'This file is empty.',
  too_large: 'This file is too large.',
  too_long: 'This music is longer than four hours. Choose a shorter file.',
  too_many_pixels: 'This picture has too many pixels. Save a smaller copy and choose that.',
  unreadable: 'This photo is damaged and cannot be opened.',
  not_read: 'This photo could not be read just now. Check your connection and choose it again.',
  duplicate: 'This photo is already in the film.',
  too_many_photos: 'These are more photos than one film can hold.',
  file_gone: 'This file was moved or deleted. Choose it again.',
  storage_blocked: 'Another tab keeps an older version open. Close the other tabs of this page.',
  storage_unavailable: 'This browser does not keep drafts on this device (private window?).',
  newer_version: 'A newer version of this page is open elsewhere. Reload this tab.',
  copy_lost: 'What was collected on this device is gone. Start again.',
  earlier_draft: 'An earlier draft is on this device. Choose which of the two to keep.',
} as const

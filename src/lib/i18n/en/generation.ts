/** A film being made: stages, progress, queue. */
export const generation = {
  progressLabel: 'Generation progress',
  stage_queued: 'Waiting in the queue',
  stage_retrying: 'Trying again soon',
  stage_paused: 'Paused',
  stage_preparing: 'Getting the photos ready',
  stage_rendering: 'Making the film',
  stage_finishing: 'Finishing the file',
  stage_uploading: 'Saving the film',
  status_queued: 'Queued',
  status_processing: 'In progress',
  status_completed: 'Ready',
  status_failed: 'Failed',
  status_cancelled: 'Cancelled',
  timeLeft: 'About {{time}} left',
  attempt: 'Attempt {{attempt}}',
  newCut: 'New cut',
  newCutText:
    'The photos and words of “{{title}}” in another length or shape, as a film of its own. The films you have stay.',
  makeCut: 'Make this cut',
  lookAtCut: 'Look at it first',
  cutSeconds: '{{seconds}} s',
  cutMinutes: '{{minutes}} min',
  openToContinue:
    'The page that was making it is closed. Open this page in a browser that makes films to continue.',
  othersOpenToContinue: 'It continues when whoever asked for it opens this page again.',
  noRoom:
    'This device has no space left for the film: it needs about {{size}}. Free some and it goes on by itself, or open this page on another device.',
  noRoomAtAll:
    'This device has no space left for the film. Free some and it goes on by itself, or open this page on another device.',
  tryNow: 'Try now',
  skipped_one: 'A photo could not be read and is not in this film: {{names}}.',
  skipped_other: '{{count}} photos could not be read and are not in this film: {{names}}.',
  skippedMore: '{{more}} more',
  skippedUnknown: 'a photo that has been removed since',
  skippedCount_one: 'A photo could not be read and is not in this film.',
  skippedCount_other: '{{count}} photos could not be read and are not in this film.',
  keepOpen: 'Made in your browser: keep a tab open until it is ready.',
  cannotMake:
    'This browser cannot make films. Open this page in a recent Chrome or Edge on a computer: what waits is made there.',
} as const

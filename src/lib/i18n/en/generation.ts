/** A film being made: stages, progress, queue. */
export const generation = {
  progressLabel: 'Generation progress',
  stage_queued: 'Waiting in the queue',
  stage_retrying: 'Trying again soon',
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
  cutSeconds: '{{seconds}} s',
  cutMinutes: '{{minutes}} min',
  keepOpen: 'Made in your browser: keep a tab open until it is ready.',
  cannotMake:
    'This browser cannot make films. Open this page in a recent Chrome or Edge on a computer: what waits is made there.',
} as const

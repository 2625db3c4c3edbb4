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
  keepOpen: 'Made in your browser: keep a tab open until it is ready.',
  cannotMake:
    'This browser cannot make films. Open this page in a recent Chrome or Edge on a computer: what waits is made there.',
} as const

import type { StyleDirection } from './StyleDirection'

/** Wide and slow: 2.39 bars, long pushes, fades through black, teal shadows under warm lights, a little grain. */
export const cinematic: StyleDirection = {
  photoSeconds: 5,
  leastPhotoSeconds: 2.6,
  cutsOn: 'bar',
  moves: ['push-in', 'tilt-up', 'pull-out', 'pan-right', 'push-in', 'tilt-down', 'pan-left'],
  push: 0.09,
  facePush: 0.14,
  pan: 0.06,
  mostHidden: 0.5,
  mostPanels: 2,
  panelGap: 0.003,
  transitions: [
    { kind: 'dissolve', seconds: 1.2 },
    { kind: 'dissolve', seconds: 1.2 },
    { kind: 'black', seconds: 1.4 },
  ],
  chapterTransition: { kind: 'black', seconds: 2 },
  titleStartSeconds: 1,
  titleSeconds: 5,
  chapterSeconds: 3.5,
  textFadeSeconds: 1,
  fadeInSeconds: 1.5,
  fadeOutSeconds: 2,
  // 2.39 : 1 on 16:9, and bars of the same part of the height on every other frame.
  stage: { width: 1, height: 16 / 9 / 2.39 },
  look: {
    curve: [
      [0, 0.025],
      [0.12, 0.075],
      [0.3, 0.235],
      [0.55, 0.52],
      [0.8, 0.83],
      [1, 0.97],
    ],
    saturation: 0.86,
    shadows: [0.06, -0.085],
    lights: [-0.085, 0.045],
    vignette: 0.34,
    grain: 0.15,
    jitter: 0,
    flicker: 0,
  },
  lettering: 'cinema',
  moods: ['wide', 'hushed'],
  leaks: null,
}

import type { StyleDirection } from './StyleDirection'

/** Wide and slow: 2.39 bars, long pushes, fades through black, teal shadows under warm lights, a little grain. */
export const cinematic: StyleDirection = {
  photoSeconds: 5,
  leastPhotoSeconds: 1.8,
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
      [0, 0.02],
      [0.25, 0.2],
      [0.7, 0.74],
      [1, 0.98],
    ],
    saturation: 0.88,
    shadows: [0.03, -0.035],
    lights: [-0.03, 0.025],
    vignette: 0.25,
    grain: 0.18,
    jitter: 0,
    flicker: 0,
  },
  lettering: 'cinema',
  moods: ['wide', 'hushed'],
  leaks: null,
}

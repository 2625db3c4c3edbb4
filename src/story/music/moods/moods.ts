import type { Mood } from '@/domain/music'
import { BOLD } from './bold'
import { BRIGHT } from './bright'
import { CAREFREE } from './carefree'
import { HUSHED } from './hushed'
import type { MoodPlan } from './mood'
import { TENDER } from './tender'
import { WARM } from './warm'
import { WIDE } from './wide'
import { WISTFUL } from './wistful'

export const MOOD_PLANS: Readonly<Record<Mood, MoodPlan>> = {
  warm: WARM,
  tender: TENDER,
  bright: BRIGHT,
  bold: BOLD,
  wide: WIDE,
  hushed: HUSHED,
  wistful: WISTFUL,
  carefree: CAREFREE,
}

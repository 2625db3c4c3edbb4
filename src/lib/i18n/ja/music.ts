import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: '音楽',
  none: '音楽なし',
  auto: 'スタイルに合わせる',
  warm: 'あたたかい',
  tender: 'やさしい',
  bright: '明るい',
  bold: '力強い',
  wide: '壮大',
  hushed: '静か',
  wistful: '切ない',
  carefree: '軽やか',
  track: '自分の曲',
  choose: '音楽ファイルを選ぶ…',
  another: '別の音楽ファイルを選ぶ…',
  reading: '聴いています…',
} satisfies Words<typeof english>

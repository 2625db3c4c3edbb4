import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: '음악',
  none: '음악 없음',
  auto: '스타일에 맞게',
  warm: '따뜻하게',
  tender: '다정하게',
  bright: '밝게',
  bold: '힘차게',
  wide: '웅장하게',
  hushed: '고요하게',
  wistful: '아련하게',
  carefree: '가볍게',
  track: '내 음악',
  choose: '음악 파일 고르기…',
  another: '다른 음악 파일 고르기…',
  reading: '들어 보는 중…',
} satisfies Words<typeof english>

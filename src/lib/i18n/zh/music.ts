import type { music as english } from '../en/music'
import type { Words } from '../Words'

export const music = {
  label: '音乐',
  none: '无音乐',
  auto: '与风格相配',
  warm: '温暖',
  tender: '温柔',
  bright: '明快',
  bold: '有力',
  wide: '宏大',
  hushed: '宁静',
  wistful: '怀念',
  carefree: '轻松',
  track: '自己的音乐',
  choose: '选择音乐文件…',
  another: '选择另一个音乐文件…',
  reading: '正在聆听…',
} satisfies Words<typeof english>

import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: '预览',
  show: '预览',
  close: '关闭预览',
  nothingToShow: '没有可显示的照片。',
  screen: '{{title}} 的预览',
  play: '播放',
  pause: '暂停',
  starting: '正在启动音乐…',
  opening: '正在打开预览…',
  stepBack: '后退一帧',
  stepForward: '前进一帧',
  position: '影片的时刻',
  positionAt: '{{at}}/{{total}}',
  mute: '静音',
  unmute: '取消静音',
  soundFailed: '音乐无法播放，这是没有音乐的影片。',
  photoMissing: '这一刻的照片无法加载。检查网络后再试一次。',
  photoUnreadable: '没有一张照片可以读取。',
  broken: '这个浏览器无法显示预览，但仍然可以制作影片。',
  tryAgain: '再试一次',
  rate: '{{rate}} 倍',
} satisfies Words<typeof english>

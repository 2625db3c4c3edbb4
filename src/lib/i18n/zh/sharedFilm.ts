import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: '正在打开影片',
    pageTitle: '共享的影片',
    player: '影片“{{title}}”',
    facts: '{{length}} · {{date}} 前可观看',
    until: '{{date}} 前可观看',
    download: '下载',
    failed: '影片无法在这里播放。',
    gone: '这部影片不在这里',
    goneText: '链接可能已结束，或者输错了。请向发送给你的人要一个新的。',
    unreachable: '无法打开影片',
    unreachableText: '检查网络连接，然后再试一次。',
    madeWith: '用 PhotoMemory 制作：让照片成为值得珍藏的影片。',
    makeOne: '制作你自己的',
  },
} satisfies Words<typeof english>

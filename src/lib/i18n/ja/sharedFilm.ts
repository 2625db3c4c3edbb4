import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: '動画を開いています',
    pageTitle: '共有された動画',
    player: '動画「{{title}}」',
    facts: '{{length}} · {{date}}まで視聴できます',
    until: '{{date}}まで視聴できます',
    download: 'ダウンロード',
    failed: 'ここでは動画を再生できませんでした。',
    gone: 'この動画はここにありません',
    goneText:
      'リンクが終了したか、間違っているのかもしれません。送ってくれた人に新しいリンクを頼んでください。',
    unreachable: '動画を開けませんでした',
    unreachableText: '接続を確認して、もう一度お試しください。',
    madeWith: 'PhotoMemoryで作成: 写真を、残しておきたい一本の動画に。',
    makeOne: '自分の動画を作る',
  },
} satisfies Words<typeof english>

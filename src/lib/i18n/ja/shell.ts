import type { shell as english } from '../en/shell'
import type { Words } from '../Words'

export const shell = {
  documentTitle: '{{page}} · PhotoMemory',
  skip: '本文へ移動',
  language: '言語',
  loading: '読み込み中',
  cancel: 'キャンセル',
  close: '閉じる',
  tryAgain: 'もう一度試す',
  reload: 'ページを再読み込み',
  home: 'ホーム',
  homeTitle: '写真を、残しておきたい一本の動画に',
  homeLead:
    '一日、旅、一年の写真を入れてみてください。PhotoMemoryが順番に並べ、動きをつけて、一本の動画にします。',
  homePoint1: 'あなたの端末で作成',
  homePoint1Text: '動画はあなたのブラウザの中で作られます。外部のサービスが写真を見ることはありません。',
  homePoint2: '映画のような動き',
  homePoint2Text: 'やさしいパン、やわらかなディゾルブ、あなたのタイトルとキャプション。人物は切れません。',
  homePoint3: 'ずっとあなたのもの',
  homePoint3Text:
    'どこでも再生できるフルHDのファイルをダウンロードできます。ライブラリはあなただけのものです。',
  failureTitle: 'このページが止まりました',
  failureText:
    '保存したものは失われていません。もう一度お試しください。また起きるときは、下のレポートが原因を調べる助けになります。',
  uncaught: '問題が起きました',
  uncaughtText: '保存したものは失われていません。うまく動かないときは、ページを再読み込みしてください。',
  dialogFailed: '開けませんでした。ページを再読み込みして、もう一度お試しください。',
  report: '技術レポート',
  copyReport: 'レポートをコピー',
  copied: 'コピーしました',
  outdatedTitle: '新しいバージョンがあります',
  outdatedText: 'このタブはサーバーより古くなっています。再読み込みすると続けられます。',
  unloadedTitle: 'ページを読み込めませんでした',
  unloadedText: '接続を確認して、ページを再読み込みしてください。',
  notFoundTitle: 'ここには何もありません',
  notFoundText: 'アドレスが間違っているか、ここにあったものが削除されたのかもしれません。',
  storageFull: 'ブラウザの保存領域がいっぱいなので、タブを閉じるまでしか残りません。',
  storageOff: 'ブラウザがこのページの内容を保存しないので、タブを閉じるまでしか残りません。',
  messages: 'メッセージ（{{key}}）',
  closeMessage: 'このメッセージを閉じる',
} satisfies Words<typeof english>

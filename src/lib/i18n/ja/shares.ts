import type { shares as english } from '../en/shares'
import type { Words } from '../Words'

export const shares = {
  send: '動画を送る',
  title: '「{{title}}」を送る',
  file: 'ファイル',
  fileText: 'この端末から、チャット、メール、ドライブへ。',
  sendFile: 'ファイルを送る',
  sendNow: '準備完了: 今すぐ送る',
  fetching: 'ファイルを取得しています: {{percent}}',
  fetchFailed: 'ファイルを取得できませんでした。接続を確認して、もう一度お試しください。',
  sent: '渡しました',
  download: 'ファイルをダウンロード',
  tooLarge:
    '{{size}} あるため、この動画は別のアプリに渡せません。ダウンロードするか、リンクを送ってください。',

  links: 'リンク',
  linksText:
    'リンクを知っている人は、アカウントなしでこの動画を見たり保存したりできます。ほかのものは見えません。',
  lasts: '有効期間',
  days_1: '1日',
  days_7: '1週間',
  days_30: '1か月',
  days_365: '1年',
  create: 'リンクを作成',
  newLink: '動画へのリンク',
  once: '今コピーしてください。控えは残らないので、もう表示されません。',
  copy: 'リンクをコピー',
  copied: 'コピーしました',
  copyFailed: 'ブラウザがコピーを許可しませんでした。リンクを選択して、ご自分でコピーしてください。',
  sendLink: 'リンクを送る',
  open: '有効なリンク',
  madeBy: '{{date}}に{{name}} さんが作成',
  madeByYou: '{{date}}に作成',
  until: '{{date}}まで',
  revoke: '終了',
  revokeNamed: '{{date}}までのリンクを終了',
  revokeAsk: 'このリンクを終了しますか？知っている人も、もう動画を見られなくなります。',
  revokeYes: 'リンクを終了',
  revokeNo: '残す',
  revoked: 'リンクを終了しました。',
  onlyEditors: 'リンクを作れるのは、このプロジェクトを編集できる人です。',
} satisfies Words<typeof english>

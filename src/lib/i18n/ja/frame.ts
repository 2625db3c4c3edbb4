import type { frame as english } from '../en/frame'
import type { Words } from '../Words'

export const frame = {
  navigation: 'メインメニュー',
  nav_projects: 'プロジェクト',
  nav_media: 'ライブラリ',
  nav_queue: 'キュー',
  nav_settings: '設定',
  nav_billing: 'プラン',
  openNavigation: 'メニューを開く',
  connection_live: 'リアルタイム',
  connection_reconnecting: '再接続しています…',
  connection_offline: 'オフライン',
  collapse: 'サイドバーを狭くする',
  expand: 'サイドバーを広くする',
  justNow: 'たった今',
  editorFailedTitle: 'エディターが止まりました',
  editorFailedText: '変更はできる限り保存しました。ページのほかの部分はそのまま使えます。',
  playerFailedTitle: 'プレーヤーが止まりました',
  playerFailedText: '動画そのものは無事です。今でもダウンロードできます。',
  partFailedTitle: 'ページのこの部分が止まりました',
  partFailedText: 'ほかの部分はそのまま使えます。保存したものは失われていません。',
  loadFailed: '読み込めませんでした',
  backToProjects: 'プロジェクトへ戻る',
  notHereOffline: 'この端末にはありません。オンラインに戻るとすぐに表示されます。',
  offline: 'オフラインです。',
  lastUpdated: '最終更新: {{ago}}。',
  waiting_other: 'オンラインに戻ると、{{count}}件の変更を保存します。',
  notKept:
    'この端末には変更を保管する空きがありません。オンラインに戻るまで、このページを開いておいてください。',
  yourProfile: '{{name}}、あなたのプロフィール',
} satisfies Words<typeof english>

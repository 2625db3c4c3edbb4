import type { accountData as english } from '../en/accountData'
import type { Words } from '../Words'

export const accountData = {
  title: 'あなたのデータ',
  lead: 'すべて持ち出せます。写真、動画、音楽はそのままの形で、プロジェクトやキャプションなどは1つのファイルにまとめます。',
  collect: 'すべてのコピーを受け取る',
  looking: 'データを調べています…',
  waiting: '別のタブがデータを集めています。終わるまでこのタブは待ちます。',
  collecting: 'データを集めています',
  collected: '{{files}} 個中 {{done}} 個のファイル · {{all}} 中 {{size}}',
  collectingLead: 'その間、ほかのページを見ていてもかまいません。タブを閉じても、次回はここから続きます。',
  collectingNotKept:
    'このブラウザはページを閉じると何も残しません（プライベートウィンドウですか？）。ファイルを保存するまで開いておいてください。',
  stop: '停止',
  goOn: '続ける',
  discard: '集めたものを捨てる',
  stopped: '停止しました。すでに集めたものは、もう一度取得しません。',
  stoppedNotKept: '停止しました。このページを開いている間は、集めたものをもう一度取得しません。',
  keptEarlier: '前に始めたものがあります。すでに集めたものは、もう一度取得しません。',
  needsRoom: '{{reason}} 約 {{size}} が必要です。',
  ready: 'コピーの準備ができました。{{size}} のZIPファイル1つです。',
  missing_other:
    '{{count}} 個のファイルを取得できませんでした。途中で削除されたか、ストレージから失われています。',
  save: 'ZIPファイルを保存',
  afterSaving: '保存できたら、このブラウザに残っているコピーを削除してください。',
  removeCopy: 'コピーを削除',

  music: 'あなたの音楽',
  musicLead: '動画に追加した曲です。写真や動画と同じように、ストレージの使用量に含まれます。',
  musicNone: 'まだありません。動画に音楽ファイルを追加すると、ここに保管されます。',
  musicFacts: '{{duration}} · {{size}}',
  musicRemove: '{{name}} を削除',
  musicRemoved: '「{{name}}」を削除しました。この曲を使った動画を作り直すと、自動で作曲した音楽になります。',

  deleteTitle: 'アカウントを削除',
  deleteLead:
    'すべての写真、動画、音楽、プロジェクトを、共有している相手の画面からも削除し、最後にアカウントそのものを削除します。',
  delete: 'アカウントを削除',
  deleteQuestion: 'アカウントを削除しますか？',
  deleteText:
    '写真、動画、音楽、共有中のものも含むプロジェクトがすべて削除されます。誰にも元に戻せません。あとで必要になりそうなら、先にすべてのコピーを受け取ってください。',
  yourEmail: 'あなたのメールアドレス',
  typeEmail: '確認のため {{email}} と入力してください',
  emailDiffers: 'このアカウントのメールアドレスではありません: {{email}}',
  deleteNow: 'すべて削除',
  deleting: '削除しています…',

  closingTitle: 'アカウントを削除しています',
  closingText: '途中で止まっても、どの端末からでも、もう一度ログインすればすぐに続きます。',
  closingProgress: 'ファイルを削除しています',
  closingFiles: '{{files}} 個中 {{done}} 個のファイルを削除しました',
  closingOffline: '接続がありません。つながり次第、続きます。',
  closingStop: '中止して残りを守る',
  closingKeeping: '中止しています…',
  closingAgain: '削除を続ける',
  kept: 'アカウントは残ります。中止する前に削除されたものは戻りません。',
  deleted: 'アカウントと、その中のすべてを削除しました。',
} satisfies Words<typeof english>

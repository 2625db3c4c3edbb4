import type { generation as english } from '../en/generation'
import type { Words } from '../Words'

export const generation = {
  progressLabel: '作成の進み具合',
  stage_queued: 'キューで待っています',
  stage_retrying: 'まもなく再試行します',
  stage_paused: '一時停止中',
  stage_preparing: '写真を準備しています',
  stage_rendering: '動画を作っています',
  stage_finishing: 'ファイルを仕上げています',
  stage_uploading: '動画を保存しています',
  status_queued: '待機中',
  status_processing: '作成中',
  status_completed: '完成',
  status_failed: '失敗',
  status_cancelled: 'キャンセル済み',
  timeLeft: '残り約{{time}}',
  attempt: '{{attempt}}回目',
  newCut: '新しいバージョン',
  newCutText:
    '「{{title}}」の写真と言葉を、別の長さや縦横比で、もう1本の動画にします。今ある動画はそのまま残ります。',
  makeCut: 'このバージョンを作成',
  cutSeconds: '{{seconds}}秒',
  cutMinutes: '{{minutes}}分',
  openToContinue: '作成していたページが閉じられました。動画を作れるブラウザでこのページを開くと続きます。',
  othersOpenToContinue: '作成を頼んだ人がこのページをもう一度開くと続きます。',
  noRoom:
    'この端末には動画のための空きがありません。約 {{size}} が必要です。空きを作ると自動で続きます。別の端末でこのページを開いてもかまいません。',
  noRoomAtAll:
    'この端末には動画のための空きがありません。空きを作ると自動で続きます。別の端末でこのページを開いてもかまいません。',
  tryNow: '今すぐ試す',
  skipped_other: '{{count}}枚の写真を読み込めず、この動画には入っていません: {{names}}。',
  skippedMore: 'ほか{{more}}枚',
  skippedUnknown: 'その後に外された写真',
  skippedCount_other: '{{count}}枚の写真を読み込めず、この動画には入っていません。',
  keepOpen: 'あなたのブラウザで作っています。完成するまでタブを1つ開いておいてください。',
  cannotMake:
    'このブラウザでは動画を作れません。パソコンの新しいChromeかEdgeでこのページを開くと、待っている動画が作られます。',
  lookAtCut: '先に見てみる',
} satisfies Words<typeof english>

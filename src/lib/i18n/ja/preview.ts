import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: 'プレビュー',
  show: 'プレビュー',
  close: 'プレビューを閉じる',
  nothingToShow: '表示する写真がありません。',
  screen: '{{title}} のプレビュー',
  play: '再生',
  pause: '一時停止',
  starting: '音楽を始めています…',
  opening: 'プレビューを開いています…',
  stepBack: '1フレーム戻る',
  stepForward: '1フレーム進む',
  position: '動画の位置',
  positionAt: '{{total}} 中 {{at}}',
  mute: 'ミュート',
  unmute: 'ミュート解除',
  soundFailed: '音楽を再生できませんでした。音なしで表示しています。',
  photoMissing: 'この場面の写真を読み込めませんでした。接続を確認して、もう一度お試しください。',
  photoUnreadable: '読み込める写真がありません。',
  broken: 'このブラウザではプレビューを表示できません。動画は作れます。',
  tryAgain: 'もう一度試す',
  rate: '{{rate}}倍',
} satisfies Words<typeof english>

import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: 'お知らせ',
  bell: 'お知らせ、未読{{count}}件',
  unread_other: '未読{{count}}件',
  markAllRead: 'すべて既読にする',
  markRead: '既読にする',
  dismiss: '消す',
  isUnread: '未読',
  older: '前のお知らせを表示',
  settings: 'お知らせの設定',
  emptyTitle: 'お知らせはありません',
  emptyText: '動画が完成したときや、プロジェクトが共有されたときに、ここでお知らせします。',
  many: '新しいお知らせが{{count}}件あります。ベルのところで見られます。',

  untitled: '無題',
  somebody: '誰か',
  video_completed: '動画「{{title}}」が完成しました',
  video_failed: '「{{title}}」を作れませんでした',
  project_invited: '{{person}} さんから「{{title}}」に招待されています',
  invited_editor: '写真と文章を変えられます。',
  invited_viewer: 'プロジェクトと動画を見られます。',
  invitation_accepted: '{{person}} さんが「{{title}}」に参加しました',
  member_left: '{{person}} さんが「{{title}}」から抜けました',
  membership_ended: '「{{title}}」の共有が終わりました',
  role_editor: '「{{title}}」を編集できるようになりました',
  role_viewer: '「{{title}}」は閲覧だけできるようになりました',
  other: '新しい出来事があります',
  otherDetail: 'このページはお知らせより古くなっています。再読み込みしてください。',

  watch: '見る',
  look: '確認する',
  answer: '返事をする',
  open: '開く',

  system: 'ページの外でのお知らせ',
  systemText: 'ほかの画面を見ているときに動画が完成すると、システムの通知でお知らせします。',
  systemOn: 'このようにお知らせします',
  systemOnBody: 'ほかの画面を見ているときに、動画が完成したら。',
  systemUnsupported: 'このブラウザでは、このページの通知を表示できません。',
  systemBlocked:
    'ブラウザがこのページの通知をブロックしています。アドレスの横のサイト設定で通知を「許可」にしてから、戻ってきてください。',
  systemUnanswered: 'ブラウザの質問に答えていません。もう一度オンにすると、改めて聞かれます。',
} satisfies Words<typeof english>

import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: '通知',
  bell: '通知，{{count}} 条未读',
  unread_other: '{{count}} 条未读',
  markAllRead: '全部标为已读',
  markRead: '标为已读',
  dismiss: '清除',
  isUnread: '未读',
  older: '显示更早的',
  settings: '通知设置',
  emptyTitle: '一切安静',
  emptyText: '影片完成或有人与你共享项目时，你会在这里看到。',
  many: '有 {{count}} 条新通知，点铃铛就能看到。',

  untitled: '无标题',
  somebody: '某人',
  video_completed: '你的影片“{{title}}”完成了',
  video_failed: '“{{title}}”没能制作成功',
  project_invited: '{{person}} 邀请你加入“{{title}}”',
  invited_editor: '你可以更改其中的照片和文字。',
  invited_viewer: '你可以查看它并观看影片。',
  invitation_accepted: '{{person}} 已加入“{{title}}”',
  member_left: '{{person}} 已退出“{{title}}”',
  membership_ended: '“{{title}}”不再与你共享',
  role_editor: '你现在可以编辑“{{title}}”',
  role_viewer: '你现在可以查看“{{title}}”，但不能再编辑',
  other: '有新动态',
  otherDetail: '这个页面比消息旧：请重新加载。',

  watch: '观看',
  look: '查看',
  answer: '回复',
  open: '打开',

  system: '页面之外的通知',
  systemText: '影片完成而你正在看别处时，系统会显示一条通知。',
  systemOn: '你会这样收到通知',
  systemOnBody: '影片完成而你正在看别处时。',
  systemUnsupported: '这个浏览器无法为此页面显示通知。',
  systemBlocked:
    '你的浏览器屏蔽了此页面的通知。要允许通知，请打开地址旁的网站设置，将通知设为“允许”，然后回来。',
  systemUnanswered: '浏览器的询问还没有回答。重新打开开关就会再问一次。',
} satisfies Words<typeof english>

import type { notices as english } from '../en/notices'
import type { Words } from '../Words'

export const notices = {
  title: '알림',
  bell: '알림, 읽지 않음 {{count}}개',
  unread_other: '읽지 않음 {{count}}개',
  markAllRead: '모두 읽음으로 표시',
  markRead: '읽음으로 표시',
  dismiss: '지우기',
  isUnread: '읽지 않음',
  older: '이전 알림 보기',
  settings: '알림 설정',
  emptyTitle: '새 소식이 없어요',
  emptyText: '영상이 완성되거나 누군가 프로젝트를 공유하면 여기에 알려 드려요.',
  many: '새 알림이 {{count}}개 있어요. 종 모양에서 볼 수 있어요.',

  untitled: '제목 없음',
  somebody: '누군가',
  video_completed: '‘{{title}}’ 영상이 완성됐어요',
  video_failed: '‘{{title}}’ 영상을 만들지 못했어요',
  project_invited: '{{person}} 님이 ‘{{title}}’에 초대했어요',
  invited_editor: '사진과 글을 바꿀 수 있어요.',
  invited_viewer: '프로젝트와 영상을 볼 수 있어요.',
  invitation_accepted: '{{person}} 님이 ‘{{title}}’에 참여했어요',
  member_left: '{{person}} 님이 ‘{{title}}’에서 나갔어요',
  membership_ended: '‘{{title}}’ 공유가 끝났어요',
  role_editor: '이제 ‘{{title}}’ 프로젝트를 편집할 수 있어요',
  role_viewer: '이제 ‘{{title}}’ 프로젝트를 볼 수만 있고 편집할 수는 없어요',
  other: '새로운 소식이 있어요',
  otherDetail: '이 페이지가 소식보다 오래됐어요. 새로고침해 주세요.',

  watch: '영상 보기',
  look: '살펴보기',
  answer: '답하기',
  open: '열기',

  system: '페이지 밖 알림',
  systemText: '다른 곳을 보고 있을 때 영상이 완성되면 시스템 알림이 떠요.',
  systemOn: '이렇게 알려 드릴게요',
  systemOnBody: '다른 곳을 보고 있을 때 영상이 완성되면 알려 드려요.',
  systemUnsupported: '이 브라우저는 이 페이지의 알림을 띄울 수 없어요.',
  systemBlocked:
    '브라우저가 이 페이지의 알림을 막고 있어요. 주소 옆의 사이트 설정에서 알림을 허용으로 바꾼 다음 돌아와 주세요.',
  systemUnanswered: '브라우저의 질문에 답하지 않으셨어요. 다시 켜면 한 번 더 물어봐요.',
} satisfies Words<typeof english>

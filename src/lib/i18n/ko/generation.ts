import type { generation as english } from '../en/generation'
import type { Words } from '../Words'

export const generation = {
  progressLabel: '제작 진행률',
  stage_queued: '대기열에서 기다리는 중',
  stage_retrying: '곧 다시 시도해요',
  stage_paused: '일시 중지됨',
  stage_preparing: '사진을 준비하는 중',
  stage_rendering: '영상을 만드는 중',
  stage_finishing: '파일을 마무리하는 중',
  stage_uploading: '영상을 저장하는 중',
  status_queued: '대기 중',
  status_processing: '만드는 중',
  status_completed: '완성',
  status_failed: '실패',
  status_cancelled: '취소됨',
  timeLeft: '약 {{time}} 남음',
  attempt: '{{attempt}}번째 시도',
  newCut: '새 버전',
  newCutText:
    '‘{{title}}’의 사진과 글을 다른 길이나 비율로 담은 별도의 영상이에요. 지금 있는 영상은 그대로 남아요.',
  makeCut: '이 버전 만들기',
  cutSeconds: '{{seconds}}초',
  cutMinutes: '{{minutes}}분',
  openToContinue:
    '영상을 만들던 페이지가 닫혔어요. 영상을 만들 수 있는 브라우저에서 이 페이지를 열면 이어져요.',
  othersOpenToContinue: '요청한 사람이 이 페이지를 다시 열면 이어져요.',
  noRoom:
    '이 기기에 영상을 위한 공간이 없어요. 약 {{size}}가 필요해요. 공간을 비우면 저절로 이어지고, 다른 기기에서 이 페이지를 열어도 돼요.',
  noRoomAtAll:
    '이 기기에 영상을 위한 공간이 없어요. 공간을 비우면 저절로 이어지고, 다른 기기에서 이 페이지를 열어도 돼요.',
  tryNow: '지금 시도',
  skipped_other: '사진 {{count}}장을 읽지 못해 이 영상에 넣지 못했어요: {{names}}.',
  skippedMore: '{{more}}장 더',
  skippedUnknown: '그 뒤로 삭제된 사진',
  skippedCount_other: '사진 {{count}}장을 읽지 못해 이 영상에 넣지 못했어요.',
  keepOpen: '내 브라우저에서 만들어져요. 완성될 때까지 탭을 하나 열어 두세요.',
  cannotMake:
    '이 브라우저에서는 영상을 만들 수 없어요. 컴퓨터의 최신 Chrome이나 Edge에서 이 페이지를 열면 기다리던 영상이 만들어져요.',
  lookAtCut: '먼저 보기',
} satisfies Words<typeof english>

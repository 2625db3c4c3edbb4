import type { preview as english } from '../en/preview'
import type { Words } from '../Words'

export const preview = {
  label: '미리보기',
  show: '미리보기',
  close: '미리보기 닫기',
  nothingToShow: '보여 줄 사진이 없어요.',
  screen: '{{title}} 미리보기',
  play: '재생',
  pause: '일시 정지',
  starting: '음악을 시작하는 중…',
  opening: '미리보기를 여는 중…',
  stepBack: '한 프레임 뒤로',
  stepForward: '한 프레임 앞으로',
  position: '영상의 시점',
  positionAt: '{{total}} 중 {{at}}',
  mute: '음소거',
  unmute: '음소거 해제',
  soundFailed: '음악을 재생하지 못해 소리 없이 보여 드려요.',
  photoMissing: '이 순간의 사진을 불러오지 못했어요. 연결을 확인하고 다시 시도해 주세요.',
  photoUnreadable: '읽을 수 있는 사진이 없어요.',
  broken: '이 브라우저에서는 미리보기를 볼 수 없어요. 그래도 영상은 만들 수 있어요.',
  tryAgain: '다시 시도',
  rate: '{{rate}}배',
} satisfies Words<typeof english>

import type { sharedFilm as english } from '../en/sharedFilm'
import type { Words } from '../Words'

export const sharedFilm = {
  sharedFilm: {
    loading: '영상을 여는 중',
    pageTitle: '공유된 영상',
    player: '영상 ‘{{title}}’',
    facts: '{{length}} · {{date}}까지 볼 수 있어요',
    until: '{{date}}까지 볼 수 있어요',
    download: '다운로드',
    failed: '여기서 영상을 재생하지 못했어요.',
    gone: '이 영상은 여기에 없어요',
    goneText: '링크가 끝났거나 잘못 입력됐을 수 있어요. 보내 준 사람에게 새 링크를 부탁해 보세요.',
    unreachable: '영상을 열지 못했어요',
    unreachableText: '연결을 확인하고 다시 시도해 주세요.',
    madeWith: 'PhotoMemory로 만들었어요. 간직하고 싶은 영상이 되는 내 사진.',
    makeOne: '나도 만들기',
  },
} satisfies Words<typeof english>

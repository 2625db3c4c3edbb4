import type { errors as english } from '../en/errors'
import type { Words } from '../Words'

export const errors = {
  unknown: '문제가 생겼어요. 다시 시도해 주세요.',
  network: '연결이 없어요. 인터넷을 확인하고 다시 시도해 주세요.',
  server: '서버에 문제가 생겼어요. 잠시 후 다시 시도해 주세요.',
  session_expired: '로그아웃되었어요. 다시 로그인해 주세요.',
  not_allowed: '이 작업을 할 권한이 없어요.',
  not_found: '여기에 더 이상 없어요. 삭제되었을 수 있어요.',

  invalid_credentials: '이메일이나 비밀번호가 맞지 않아요. 확인하고 다시 시도해 주세요.',
  user_already_exists: '이 이메일로 만든 계정이 이미 있어요. 로그인해 주세요.',
  email_exists: '이 이메일로 만든 계정이 이미 있어요. 로그인해 주세요.',
  weak_password: '너무 쉽게 짐작할 수 있는 비밀번호예요. 8자 이상으로 정해 주세요.',
  email_address_invalid: '이메일 주소가 맞지 않는 것 같아요. 오타가 없는지 확인해 주세요.',
  validation_failed: '이메일 주소가 맞지 않는 것 같아요. 오타가 없는지 확인해 주세요.',
  email_not_confirmed: '먼저 이메일을 확인해 주세요. 보내 드린 링크를 연 다음 로그인하세요.',
  over_request_rate_limit: '시도가 너무 많았어요. 1분 기다렸다가 다시 시도해 주세요.',
  over_email_send_rate_limit: '이메일을 너무 많이 보냈어요. 몇 분 뒤에 다시 시도해 주세요.',
  same_password: '지금 쓰는 비밀번호예요. 다른 것으로 정해 주세요.',
  otp_expired: '이 링크는 이미 사용했거나 너무 오래됐어요. 새 링크를 받아 주세요.',
  session_not_found: '로그아웃되었어요. 새 링크를 받거나 로그인해 주세요.',
  reauthentication_needed: '한 번 더 로그인한 다음 새 비밀번호를 정해 주세요.',
  signup_disabled: '지금은 새 계정을 만들 수 없어요.',
  user_banned: '이 계정은 차단되었어요.',

  PGRST116: '여기에 더 이상 없어요. 삭제되었을 수 있어요.',
  PGRST301: '로그아웃되었어요. 다시 로그인해 주세요.',
  PGRST303: '로그아웃되었어요. 다시 로그인해 주세요.',
  bad_row: '이 페이지가 서버보다 오래됐어요. 새로고침해 주세요.',
} satisfies Words<typeof english>
